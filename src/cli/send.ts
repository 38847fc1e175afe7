import { Buffer } from 'node:buffer';
import { setTimeout as delay } from 'node:timers/promises';
import { createOctokit } from '../io/github/client.ts';
import { createApiRepository } from '../io/github/repository.ts';
import { sha256 } from '../patch/digest.ts';
import { parseEnvelope } from '../patch/envelope.ts';
import { payloadOf } from '../patch/payload.ts';
import { readPatch, sourceOf } from '../patch/read.ts';
import { inboxRef } from '../patch/refs.ts';
import type { Refusal } from '../patch/refusal.ts';
import { isFinished } from '../record/life.ts';
import { PATCH_FILE, type PatchRecord, recordRef } from '../record/record.ts';
import { parseRecord } from '../record/text.ts';
import { exitCode } from '../report/exit-code.ts';
import { describeOutcome } from '../report/sentence.ts';
import { oneLine } from '../report/untrusted/visible.ts';
import type { CommitInfo, Repository } from '../stages/ports.ts';
import { readInput } from './input.ts';

export type SendOptions = {
  readonly repo: string;
  readonly token?: string;
  readonly apiUrl: string;
  readonly wait?: string | true;
  readonly json: boolean;
};

/** Sends one patch and returns the exit code: 0 when GitHub took it, or with --wait the outcome's. */
export async function sendCommand(path: string, options: SendOptions): Promise<number> {
  const [owner, name, ...rest] = options.repo.split('/');
  if (!owner || !name || rest.length > 0) {
    throw new Error(`--repo must be owner/name, not ${options.repo}`);
  }
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
  const repository = createApiRepository({ octokit, owner, name });
  const { id, digest, text } = understood;
  const before = (await readRecordCommit(repository, id))?.oid;
  const payload = await makePayload(repository, id, text);
  await octokit.rest.repos.createDispatchEvent({
    owner,
    repo: name,
    event_type: EVENT_TYPE,
    client_payload: payload,
  });
  const via = 'ref' in payload ? 'reference' : 'inline';
  const sent = { id, digest, via, record: recordRef(id) };
  if (options.wait === undefined) {
    say(options, { outcome: 'sent', ...sent }, [`Sent ${id} (${via}); its record will be ${recordRef(id)}`]);
    return 0;
  }
  const record = await waitForOutcome({ repository, id, digest, before, seconds: waitSeconds(options.wait) });
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

const EVENT_TYPE = 'ghost-patch';

/** GitHub refuses a `client_payload` of 64 KB; what comes near it travels by reference. */
const MAX_INLINE_BYTES = 60_000;

type Understood =
  | { readonly ok: true; readonly id: string; readonly digest: string; readonly text: string }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** What is not well-formed is not sent: the answer is quicker here. */
function understand(text: string): Understood {
  const parsed = parseEnvelope(payloadOf(text));
  if (!parsed.ok) {
    return parsed;
  }
  if (parsed.envelope.kind === 'reference') {
    return {
      ok: false,
      refusals: [
        {
          code: 'malformed',
          message: 'This is a reference already; send the patch itself.',
          pointer: '/ref',
        },
      ],
    };
  }
  const read = readPatch(sourceOf(parsed.envelope), parsed.envelope.id);
  return read.ok ? { ok: true, id: read.id, digest: read.digest, text: read.canonical } : read;
}

async function makePayload(
  repository: Repository,
  id: string,
  text: string,
): Promise<{ [key: string]: unknown }> {
  const inline = { id, patch: JSON.parse(text) as unknown };
  if (Buffer.byteLength(JSON.stringify(inline)) <= MAX_INLINE_BYTES) {
    return inline;
  }
  const digest = sha256(text);
  const ref = inboxRef(digest);
  // The ref is named for its content, so finding it there already is as good as writing it.
  await repository.write({
    commits: {
      inbox: {
        tree: { base: null, changes: [{ path: PATCH_FILE, mode: '100644', bytes: Buffer.from(text) }] },
        parents: [],
        message: () => `Patch ${id} for Ghost Runner\n`,
      },
    },
    refs: [{ ref, before: null, after: { commit: 'inbox' } }],
  });
  return { id, ref, sha256: digest };
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
  readonly repository: Repository;
  readonly id: string;
  readonly digest: string;
  readonly before: string | undefined;
  readonly seconds: number;
}): Promise<PatchRecord | null> {
  const deadline = Date.now() + request.seconds * 1000;
  while (Date.now() < deadline) {
    const commit = await readRecordCommit(request.repository, request.id);
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

async function readRecordCommit(repository: Repository, id: string): Promise<CommitInfo | undefined> {
  const ref = recordRef(id);
  return (await repository.read({ refs: [ref] })).refs.get(ref) ?? undefined;
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
