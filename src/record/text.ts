import { jsonIn } from '../patch/json-text.ts';
import { fitRecord } from './fit.ts';
import type { PatchRecord } from './record.ts';
import { recordSchema } from './schema.ts';

/** Words for people at the top of the message; each may hold several lines. */
export type RecordWords = { readonly headline: string; readonly detail: string };

/**
 * The record as the message of its commit: words for people, trailers for whoever reads the message with two
 * GETs on GitHub's API, and last the whole record as one line of JSON, which is the only part that is read back.
 *
 * Throws where it could not be read back: once it stood in the repository, nobody could do anything with its patch.
 */
export function formatRecord(whole: PatchRecord, words: RecordWords): string {
  const record = fitRecord(whole);
  const message = `${quoteTrailers(words.headline)}\n\n${quoteTrailers(words.detail)}\n\n${formatTrailers(record)}`;
  const read = parseRecord(message);
  if (!read.ok) {
    throw new Error(
      `The record of ${record.id} could not be read back, so it was not written. That is a mistake of Ghost Runner's; report it: ${read.problem}`,
    );
  }
  return message;
}

/** Reads a record back from its commit's message. */
export function parseRecord(message: string): ParsedRecord {
  const line = message.split('\n').findLast((candidate) => candidate.startsWith(RECORD_KEY));
  if (line === undefined) {
    return { ok: false, problem: 'the commit message has no Ghost-Record line' };
  }
  const value = jsonIn(line.slice(RECORD_KEY.length));
  const parsed = recordSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      ok: false,
      problem: `the record is not valid at /${issue?.path.join('/') ?? ''}: ${issue?.message ?? 'unreadable'}`,
    };
  }
  return { ok: true, record: parsed.data };
}

export type ParsedRecord =
  | { readonly ok: true; readonly record: PatchRecord }
  | { readonly ok: false; readonly problem: string };

const RECORD_KEY = 'Ghost-Record: ';

/** Words may quote a patch; none of their lines may pass for a trailer of ours. */
function quoteTrailers(words: string): string {
  return words.replace(/^(?=Ghost-)/gim, '> ');
}

function formatTrailers(record: PatchRecord): string {
  const trailers: readonly (readonly [string, string | undefined])[] = [
    ['Ghost-Patch', record.id],
    ['Ghost-Digest', record.digest],
    ['Ghost-Attempt', String(record.attempt)],
    ['Ghost-State', record.state],
    ['Ghost-Outcome', record.outcome?.kind],
    ['Ghost-Base', record.base && `${record.base.branch} ${record.base.sha}`],
    ['Ghost-Head', record.head],
    ['Ghost-Pull-Request', record.pullRequest?.url],
    ['Ghost-Run', record.run.url || undefined],
  ];
  const lines = trailers.flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value.replaceAll(/\s+/g, ' ')}`],
  );
  return `${[...lines, `${RECORD_KEY}${JSON.stringify(record)}`].join('\n')}\n`;
}
