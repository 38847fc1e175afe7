import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Case, Format, Want } from './case.ts';

/**
 * Reads a file of cases, one JSON value a line: texts `{"blob", "text"}`, and after them cases that name
 * their texts. A result is given as line edits `[line, removed, [added lines]]` of the text before, and
 * checked against its digest. Throws where a line is neither, or a digest is wrong.
 */
export function readCorpus(file: string): readonly Case[] {
  const texts = new Map<string, string>();
  const cases: Case[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue;
    const row = rowSchema.parse(JSON.parse(line));
    if ('blob' in row) texts.set(row.blob, row.text);
    else cases.push(caseOf(row, textNamed(texts, row.base)));
  }
  return cases;
}

const textSchema = z.object({ blob: z.string(), text: z.string() });

const lineEditsSchema = z.array(z.tuple([z.int(), z.int(), z.array(z.string())]));

const FORMAT_NAMES = {
  udiff: 'diff',
  sr: 'blocks',
  v4a: 'apply_patch',
  str: 'edits',
  whole: 'whole',
  regex: 'regex',
} as const satisfies { readonly [name: string]: Format };

const caseSchema = z.object({
  id: z.string(),
  fmt: z.enum(['udiff', 'sr', 'v4a', 'str', 'whole', 'regex']),
  cls: z.string(),
  path: z.string(),
  expect: z.enum(['apply', 'refuse']),
  base: z.string(),
  patch: z.string(),
  out: lineEditsSchema.optional(),
  outSha: z.string().optional(),
  alt: lineEditsSchema.optional(),
});

const rowSchema = z.union([textSchema, caseSchema]);

type CaseRow = z.output<typeof caseSchema>;

function textNamed(texts: ReadonlyMap<string, string>, name: string): string {
  const text = texts.get(name);
  if (text === undefined) throw new Error(`The corpus has no text ${name}, or only after its first use.`);
  return text;
}

function caseOf(row: CaseRow, base: string): Case {
  const { id, fmt, cls, path, patch } = row;
  return { id, format: FORMAT_NAMES[fmt], damage: cls, path, base, patch, want: wantOf(row, base) };
}

function wantOf({ id, expect, out, outSha, alt }: CaseRow, base: string): Want {
  if (expect === 'refuse') return { kind: 'refusal' };
  if (out === undefined) throw new Error(`Case ${id} is to be applied, but has no result.`);
  const text = withLineEdits(base, out);
  const digest = createHash('sha1').update(text).digest('hex');
  if (outSha === undefined || !digest.startsWith(outSha))
    throw new Error(`Case ${id} does not hash to its digest.`);
  return { kind: 'text', text, ...(alt === undefined ? {} : { pasted: withLineEdits(base, alt) }) };
}

function withLineEdits(text: string, edits: z.output<typeof lineEditsSchema>): string {
  const lines = text.split('\n');
  const result: string[] = [];
  let done = 0;
  for (const [at, removed, added] of edits) {
    result.push(...lines.slice(done, at), ...added);
    done = at + removed;
  }
  return [...result, ...lines.slice(done)].join('\n');
}
