import { setTimeout as delay } from 'node:timers/promises';
import { createOctokit } from '../io/github/client.ts';
import { isFinished } from '../record/life.ts';
import { type PatchRecord, recordRef } from '../record/record.ts';
import { parseRecord } from '../record/text.ts';
import { exitCode } from '../report/exit-code.ts';
import { describeOutcome } from '../report/sentence.ts';
import { oneLine } from '../report/untrusted/visible.ts';
import { createDestination, type Destination, parsePlace } from './dispatch.ts';
import { readInput } from './input.ts';
import { understand } from './understand.ts';

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
    throw new Error('no token: set GITHUB_TOKEN or give --token, with contents: write on the repository');
  }
  const understood = understand(await readInput(path));
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
  const { id, digest, text } = understood;
  const before = (await destination.readRecord(id))?.oid;
  const via = await destination.dispatch({ id, text });
  const sent = { id, digest, via, record: recordRef(id) };
  if (options.wait === undefined) {
    say(options, { outcome: 'sent', ...sent }, [`Sent ${id} (${via}); its record will be ${recordRef(id)}`]);
    return 0;
  }
  const record = await waitForOutcome({
    destination,
    id,
    digest,
    before,
    seconds: waitSeconds(options.wait),
  });
  if (record?.outcome === undefined) {
    say(options, { outcome: 'unknown', ...sent }, [
      `Sent ${id}, and no outcome is recorded yet; look at ${recordRef(id)} later`,
    ]);
    return 1;
  }
  const { headline, detail, remedy } = describeOutcome(record.outcome);
  say(options, { ...sent, outcome: record.outcome.kind, detail: record.outcome }, [
    headline,
    detail,
    remedy ?? '',
  ]);
  return exitCode(record.outcome);
}

const DEFAULT_WAIT_SECONDS = 600;
/** Two GETs every few seconds stay far below GitHub's limit. */
const POLL_MS = 3_000;

function waitSeconds(wait: string | true): number {
  const seconds = wait === true ? DEFAULT_WAIT_SECONDS : Number(wait);
  if (!(seconds > 0)) {
    throw new Error(`--wait takes a number of seconds, not ${String(wait)}`);
  }
  return seconds;
}

/**
 * The record as soon as it is done with this digest. One that stood there before this delivery answers it only
 * if it is finished, for then this delivery is a duplicate.
 */
async function waitForOutcome(request: {
  readonly destination: Destination;
  readonly id: string;
  readonly digest: string;
  readonly before: string | undefined;
  readonly seconds: number;
}): Promise<PatchRecord | null> {
  const deadline = Date.now() + request.seconds * 1000;
  while (Date.now() < deadline) {
    const commit = await request.destination.readRecord(request.id);
    const parsed = commit === undefined ? null : parseRecord(commit.message);
    if (parsed?.ok && parsed.record.digest === request.digest && parsed.record.outcome !== undefined) {
      if (commit?.oid !== request.before || isFinished(parsed.record.outcome)) {
        return parsed.record;
      }
    }
    await delay(Math.min(POLL_MS, Math.max(0, deadline - Date.now())));
  }
  return null;
}

function say(options: SendOptions, json: object, lines: readonly string[]): void {
  const text = options.json
    ? JSON.stringify(json)
    : lines
        .filter((line) => line !== '')
        .map(oneLine)
        .join('\n');
  process.stdout.write(`${text}\n`);
}
