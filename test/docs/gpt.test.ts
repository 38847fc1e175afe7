import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { dispatchOpenApiDocument } from '../../src/app/http/dispatch-openapi.ts';
import { openApiDocument } from '../../src/app/http/openapi.ts';
import { TOOLS } from '../../src/app/mcp/definitions.ts';
import { OFFERED_KINDS } from '../../src/patch/offered.ts';
import { readPatch } from '../../src/patch/read.ts';
import { REFUSAL_CODES } from '../../src/patch/refusal.ts';
import type { OutcomeKind } from '../../src/record/outcome.ts';
import { codeBlocks, crowdedLines, firstColumn } from './markdown.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const guide = read('gpt/fitting.md');
const instructions = read('gpt/instructions.md');

describe('the guide to patches that fit', () => {
  test('is short enough for a prompt', () => {
    expect(guide.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
    expect(guide.length).toBeLessThan(4_000);
  });

  test('shows a patch that is taken as it stands', () => {
    const [example] = codeBlocks(guide);
    expect(readPatch({ value: JSON.parse(example?.text ?? '') })).toMatchObject({ ok: true, repairs: [] });
  });

  test('names the kinds of changes that schemas offer, and refusals that there are', () => {
    const kinds = [...guide.matchAll(/^- `(\w+)`: /gm)].map(([, kind]) => kind);
    expect(kinds).toEqual(OFFERED_KINDS);
    const codes = [...guide.matchAll(/^- `(\w+)` says /gm)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(1);
    expect(REFUSAL_CODES).toEqual(expect.arrayContaining(codes));
  });
});

describe('the instructions for a GPT', () => {
  test('leave room for the guide in what a custom GPT takes', () => {
    expect(instructions.length + guide.length).toBeLessThan(CUSTOM_GPT_CHARACTERS);
  });

  test('name only actions that the two OpenAPI documents have, and outcomes that there are', () => {
    const documents = [
      openApiDocument({ publicUrl: 'https://ghost.example.com', version: '1.0.0' }),
      dispatchOpenApiDocument({ version: '1.0.0' }),
    ];
    const text = JSON.stringify(documents.map(({ paths }) => paths));
    const actions = instructions.match(/\b(?:submit|get|send|find|read)[A-Z]\w+/g) ?? [];
    expect(new Set(actions).size).toBe(5);
    expect(actions.filter((action) => !text.includes(`"operationId":"${action}"`))).toEqual([]);
    const ends = instructions.slice(instructions.indexOf('What the outcomes mean'));
    const outcomes = [...ends.matchAll(/^- (`\w+`(?: and `\w+`)?): /gm)].flatMap(([, names = '']) =>
      names.replaceAll('`', '').split(' and '),
    );
    expect(outcomes.toSorted()).toEqual(Object.keys(TOLD).toSorted());
  });
});

describe('the kit', () => {
  test.each([['gpt/fitting.md'], ['gpt/instructions.md']])('%s has one sentence per line', (path) => {
    expect(crowdedLines(read(path))).toEqual([]);
  });

  test('docs/gpt.md says of every tool which request it stands for', () => {
    const named = firstColumn(read('docs/gpt.md'), 'function').map((cell) => cell.replaceAll('`', ''));
    expect(named).toEqual(TOOLS.map(({ name }) => name));
  });

  test('every function describes each of its parameters, and no object is without properties', () => {
    const functions = functionsSchema.parse(JSON.parse(read('gpt/functions.json')));
    expect(functions.map(({ name }) => name)).toEqual(TOOLS.map(({ name }) => name));
    for (const { parameters } of functions) {
      const properties = Object.values(parameters.properties);
      expect(properties.filter(({ description = '' }) => description === '')).toEqual([]);
    }
    const texts = ['functions', 'openapi-server', 'openapi-dispatch'].map((name) => read(`gpt/${name}.json`));
    for (const text of texts) {
      expect(bareObjects(JSON.parse(text))).toEqual([]);
    }
  });
});

/** Outcomes that a model can do something about; the compiler sees to it that there are such. */
const TOLD: { readonly [outcome in OutcomeKind]?: true } = {
  opened: true,
  updated: true,
  tests_failed: true,
  duplicate: true,
  no_change: true,
  conflict: true,
};

/** Characters of the instructions of a custom GPT. */
const CUSTOM_GPT_CHARACTERS = 8_000;

const functionsSchema = z.array(
  z.object({
    type: z.literal('function'),
    name: z.string(),
    description: z.string(),
    parameters: z.object({
      type: z.literal('object'),
      properties: z.record(z.string(), z.object({ description: z.string().optional() })),
    }),
  }),
);

/** Objects of which nothing is said; GPT Actions refuse a document with one. */
function bareObjects(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const entries = Object.entries(value);
  const bare = 'type' in value && value.type === 'object' && !('properties' in value);
  return [
    ...(bare ? [path] : []),
    ...entries.flatMap(([name, inner]) => bareObjects(inner, `${path}/${name}`)),
  ];
}
