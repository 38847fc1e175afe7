import type { Annotation } from '../../contract.ts';
import type { FromJob } from '../process/protocol.ts';
import type { Masks } from './masks.ts';

/** The only ways out of a job's process: its log and its messages. Both hide the secrets. */
export type Output = {
  print(line: string): void;
  annotate(annotation: Annotation): void;
  send(message: Exclude<FromJob, { readonly type: 'annotation' }>): void;
};

export function createOutput(masks: Masks): Output {
  function print(line: string): void {
    const masked = masks.mask(line);
    const shown = masked.length > MAX_SHOWN_LINE ? `${masked.slice(0, MAX_SHOWN_LINE)} …` : masked;
    // Synchronous, since it is a pipe: a step that floods its output is slowed down to what the engine reads.
    process.stdout.write(`${shown}\n`);
  }

  function annotate({ message, title, path, ...rest }: Annotation): void {
    const annotation: Annotation = {
      ...rest,
      message: masks.mask(message),
      ...(title === undefined ? {} : { title: masks.mask(title) }),
      ...(path === undefined ? {} : { path: masks.mask(path) }),
    };
    send({ type: 'annotation', annotation });
  }

  return { print, annotate, send };
}

function send(message: FromJob): void {
  process.send?.(message);
}

/** Characters of a line that the log shows. */
export const MAX_SHOWN_LINE = 1_048_576;
