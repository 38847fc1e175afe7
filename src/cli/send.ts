import { createOctokit } from '../io/github/client.ts';
import { type PatchRecord, recordRef } from '../record/record.ts';
import { exitCode } from '../report/exit-code.ts';
import { formatSeconds } from '../report/seconds.ts';
import { describeView } from '../report/sentence.ts';
import { oneLine } from '../report/untrusted/visible.ts';
import { createDestination, parsePlace } from './dispatch.ts';
import { readInput } from './input.ts';
import { jsonLine } from './json-line.ts';
import { mergeTold, remarksOf, toldOf } from './told.ts';
import { type Understood, understand } from './understand.ts';
import { waitForOutcome } from './wait-for-outcome.ts';

export type SendOptions = {
  readonly repo: string;
  readonly token?: string;
  readonly apiUrl: string;
  readonly wait?: string | true;
  readonly json: boolean;
};

/** Sends one patch and returns the exit code: 0 when GitHub took it, or with --wait the outcome's. */
export async function sendCommand(path: string, options: SendOptions): Promise<number> {
  parsePlace(options.repo);
  if (!options.token) {
    throw new Error(
      'no token: set GITHUB_TOKEN or give --token, with contents: write on the repository, such as what gh auth token prints',
    );
  }
  const seconds = waitSeconds(options.wait);
  const input = await readInput(path);
  const read = input.ok ? understand(input.text, options.repo) : input;
  const understood = read.ok && read.dryRun && seconds !== undefined ? NOTHING_TO_WAIT_FOR : read;
  if (!understood.ok) {
    say(
      options,
      { outcome: 'refused', refusals: understood.refusals },
      understood.refusals.map(({ pointer, message }) => `${pointer ?? ''} ${message}`),
    );
    return exitCode({ kind: 'refused', refusals: understood.refusals });
  }
  const octokit = createOctokit({ token: options.token, apiUrl: options.apiUrl });
  const destination = createDestination(octokit, options.repo);
  const { id, digest, beside } = understood;
  const notes = remarksOf(understood.told);
  const before = await destination.readRecord(id);
  const via = await destination.dispatch(understood, beside);
  const sent = { id, digest, via, record: recordRef(id), ...(notes.length === 0 ? {} : { notes }) };
  const progress = options.json ? () => {} : tell;
  for (const note of notes) {
    progress(note);
  }
  const look = `ghost-runner list --repo ${options.repo}`;
  if (seconds === undefined) {
    const where = understood.dryRun
      ? `It is only tried: what it would do stands on the page of its run, in the Actions tab of ${options.repo}`
      : `See what becomes of it: ${look}`;
    say(options, { outcome: 'sent', ...sent }, [`Sent ${id} (${via}). ${where}`]);
    return 0;
  }
  progress(`Sent ${id} (${via}); waiting up to ${formatSeconds(seconds)} for its outcome`);
  const record = await waitForOutcome({ destination, id, digest, before, beside, seconds, progress });
  if (record?.outcome === undefined) {
    say(options, { outcome: 'unknown', ...sent }, [
      `Sent ${id}, and no outcome is recorded after ${formatSeconds(seconds)}. See how far it is: ${look}`,
      `If nothing is known of it there, ghost-runner doctor --repo ${options.repo} says what is missing.`,
    ]);
    return 1;
  }
  const { headline, detail, remedy } = describeView({ record });
  const all = remarksOf(mergeTold(understood.told, toldOf(record)));
  const found = {
    ...sent,
    ...(all.length === 0 ? {} : { notes: all }),
    outcome: record.outcome.kind,
    detail: record.outcome,
    ...(remedy === undefined ? {} : { remedy }),
    run: record.run.url,
  };
  const more = all.filter((note) => !notes.includes(note));
  say(options, found, [headline, detail, ...more, remedy ?? '', pointTo(record)]);
  return exitCode(record.outcome);
}

/** A dry run leaves no record. */
const NOTHING_TO_WAIT_FOR: Extract<Understood, { ok: false }> = {
  ok: false,
  refusals: [
    {
      code: 'malformed',
      message:
        'The patch asks for a dry run, of which nothing is recorded that could be waited for. Send it without --wait, and look at the page of its run; or try it here, with ghost-runner apply --dry-run.',
      pointer: '/dryRun',
    },
  ],
};

const DEFAULT_WAIT_SECONDS = 600;

function waitSeconds(wait: SendOptions['wait']): number | undefined {
  if (wait === undefined) {
    return undefined;
  }
  const seconds = wait === true ? DEFAULT_WAIT_SECONDS : Number(wait);
  if (!(seconds > 0)) {
    throw new Error(`--wait takes a number of seconds, not ${String(wait)}`);
  }
  return seconds;
}

/** Where people look at it: the pull request where there is one, else the run. */
function pointTo({ pullRequest, run }: PatchRecord): string {
  return pullRequest === undefined
    ? run.url && `Workflow run: ${run.url}`
    : `Pull request: ${pullRequest.url}`;
}

/** Beside the result, for whoever waits. */
function tell(sentence: string): void {
  process.stderr.write(`${oneLine(sentence)}\n`);
}

function say(options: SendOptions, json: object, lines: readonly string[]): void {
  const text = options.json
    ? jsonLine(json)
    : lines
        .filter((line) => line !== '')
        .map(oneLine)
        .join('\n');
  process.stdout.write(`${text}\n`);
}
