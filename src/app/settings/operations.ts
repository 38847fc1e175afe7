import { Problem, parseOptionalSecret, type Reader } from './reading.ts';
import { LOG_LEVELS } from './variables.ts';

export type LogLevel = (typeof LOG_LEVELS)[number];

/** What those who run the server want to see of it. */
export type OperationsSettings = {
  readonly logLevel: LogLevel;
  /** With which /metrics is read; absent: it is off. */
  readonly metricsToken?: string;
  /** From which this was built; absent: nobody said. */
  readonly commit?: string;
};

/** undefined: a problem says why. */
export function readOperations({ read }: Reader): OperationsSettings | undefined {
  const logLevel = read('LOG_LEVEL', parseLogLevel);
  const commit = read('GHOST_COMMIT', parseCommit);
  const metricsToken = read('METRICS_TOKEN', parseOptionalSecret);
  return logLevel === undefined
    ? undefined
    : { logLevel, ...(metricsToken ? { metricsToken } : {}), ...(commit ? { commit } : {}) };
}

function parseLogLevel(text: string): LogLevel | Problem {
  return (
    LOG_LEVELS.find((level) => level === text) ?? new Problem(`must be one of ${LOG_LEVELS.join(', ')}.`)
  );
}

function parseCommit(text: string): string | Problem {
  return /^[0-9a-f]{0,64}$/.test(text) ? text : new Problem('must be the hash of a commit.');
}
