import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import * as z from 'zod';
import { fill, generatedDocs } from '../scripts/generated-docs.ts';
import { applyPatch } from '../src/apply/apply.ts';
import type { SourceEntry } from '../src/apply/tree.ts';
import { formatControl, readControl } from '../src/control/control.ts';
import { SHOP } from '../src/local/sample/shop.ts';
import { parseEnvelope } from '../src/patch/envelope.ts';
import { readPatch } from '../src/patch/read.ts';
import type { Patch } from '../src/patch/schema.ts';
import { CHANGE_KINDS } from '../src/patch/schema.ts';
import { parseConfig } from '../src/policy/config.ts';
import type { ConfigSource } from '../src/policy/config-source.ts';
import { CONTROL_REF } from '../src/record/record.ts';
import { codeBlocks, crowdedLines, firstColumn, links } from './docs/markdown.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const documents = [
  ...globSync('*.md', { cwd: root }),
  ...globSync('{docs,bench,.github}/**/*.md', { cwd: root, exclude: ['**/node_modules/**'] }),
].toSorted();

describe('every document', () => {
  test.each(documents)('%s has one sentence per line', (path) => {
    expect(crowdedLines(read(path))).toEqual([]);
  });

  test.each(documents)('%s shows JSON and YAML that can be read', (path) => {
    for (const { language, text } of codeBlocks(read(path))) {
      if (language === 'json' || language === 'yaml') {
        expect(() => (language === 'json' ? JSON.parse(text) : parse(text))).not.toThrow();
      }
    }
  });

  test.each([...generatedDocs(root)])('%s is what the code says (npm run docs)', (path, text) => {
    expect(read(path)).toBe(text);
  });

  test('a part that has no place in a document is an error', () => {
    expect(fill('a\n<!-- generated: x -->\nold\n<!-- end -->\nb\n', { x: 'new' })).toBe(
      'a\n<!-- generated: x -->\nnew\n<!-- end -->\nb\n',
    );
    expect(() => fill('a\n', { x: 'new' })).toThrow('no place for the generated part "x"');
  });
});

describe('README.md', () => {
  const readme = read('README.md');

  test('is no longer than a person reads', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
  });

  test('begins with one sentence, one picture and the two commands', () => {
    const [title = '', sentence = '', picture = '', commands = ''] = readme.split('\n\n');
    expect(title).toBe('# Ghost Runner');
    expect(sentence).toMatch(/^[^\n]+\.$/);
    expect(picture).toContain('(docs/demo.svg)');
    expect(commands.match(/^npm [^#\n]*/gm)?.map((line) => line.trim())).toEqual([
      'npm ci && npm run demo',
      'npm ci && npm test',
    ]);
  });

  test('names only scripts that there are', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read('package.json')));
    const named = [readme, read('CONTRIBUTING.md')].flatMap((text) =>
      [...text.matchAll(/npm (?:run (?:-s )?([\w:-]+)|(test))/g)].map(([, run, test]) => run ?? test ?? ''),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  test('sends a dispatch that is taken', () => {
    const [, body = ''] = /-d '(\{.*?\})'/s.exec(readme) ?? [];
    const dispatch = z
      .strictObject({ event_type: z.string(), client_payload: z.unknown() })
      .parse(JSON.parse(body));
    expect(dispatch.event_type).toBe('ghost-patch');
    readDelivery(dispatch.client_payload);
  });

  test('shows a config that is taken', () => {
    expect(configsIn('README.md')).toEqual([expect.objectContaining({ ok: true })]);
  });

  test('says of every outcome what to do', () => {
    const kinds = new Set(
      [...read('src/record/outcome.ts').matchAll(/readonly kind: '(\w+)'/g)].map(([, kind = '']) => kind),
    );
    const named = firstColumn(readme, 'outcome').flatMap((cell) =>
      [...cell.matchAll(/`(\w+)`/g)].map(([, kind = '']) => kind),
    );
    expect(kinds.size).toBeGreaterThan(5);
    expect(named.toSorted()).toEqual([...kinds].toSorted());
  });

  test('names a runbook whose git commands pause and resume', () => {
    expect(readme).toContain('(docs/control.md)');
    const script =
      codeBlocks(read('docs/control.md')).find(({ text }) => text.includes(CONTROL_REF))?.text ?? '';
    const place = mkdtempSync(join(tmpdir(), 'ghost-runner-readme-'));
    const run = (file: string, ...args: readonly string[]) =>
      execFileSync(file, args, { cwd: place, encoding: 'utf8', stdio: 'pipe' }).trim();
    try {
      run('git', 'init', '-q', '--bare', 'origin.git');
      run('git', 'init', '-q', '.');
      run('git', 'config', 'user.name', 'octocat');
      run('git', 'config', 'user.email', 'octocat@example.com');
      run('git', 'remote', 'add', 'origin', 'origin.git');
      const first = formatControl({
        version: 1,
        switches: [],
        act: { verb: 'start', surface: 'first_patch', by: 'octocat', at: '2026-01-01T00:00:00.000Z' },
      });
      run('git', 'commit', '-q', '--allow-empty', '-m', first);
      run('git', 'push', '-q', 'origin', `HEAD:${CONTROL_REF}`);
      const state = () =>
        readControl(
          run('git', '--git-dir', 'origin.git', 'log', '-1', '--format=%B', CONTROL_REF),
          new Date(),
        );
      run('bash', '-euc', script);
      expect(state()).toMatchObject({ state: 'paused', reason: 'looking into something' });
      run('bash', '-euc', script.replace('verb=pause', 'verb=resume'));
      expect(state()).toEqual({ state: 'running' });
      expect(run('git', '--git-dir', 'origin.git', 'rev-list', '--count', CONTROL_REF)).toBe('3');
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  });
});

describe('docs/payload.md', () => {
  const exampleSchema = z.looseObject({
    client_payload: z.unknown().optional(),
    changes: z.array(z.looseObject({ kind: z.string() })).optional(),
  });

  const examples = codeBlocks(read('docs/payload.md'))
    .filter(({ language }) => language === 'json')
    .map(({ text }) => exampleSchema.parse(JSON.parse(text)));

  test('shows envelopes that are taken', () => {
    const payloads = examples.flatMap(({ client_payload: payload }) =>
      payload === undefined ? [] : [payload],
    );
    expect(payloads.map((payload) => parseEnvelope(payload))).toEqual([
      expect.objectContaining({ ok: true, envelope: expect.objectContaining({ kind: 'inline' }) }),
      expect.objectContaining({ ok: true, envelope: expect.objectContaining({ kind: 'reference' }) }),
    ]);
    readDelivery(payloads[0]);
  });

  const patches = examples.filter(({ changes }) => changes !== undefined);

  test('has an example of each kind that is taken', () => {
    const kinds = firstColumn(read('docs/payload.md'), 'kind').map((cell) => cell.replaceAll('`', ''));
    expect(kinds).toEqual([...CHANGE_KINDS]);
    expect(patches.flatMap(({ changes = [] }) => changes.map(({ kind }) => kind)).toSorted()).toEqual(
      CHANGE_KINDS.toSorted(),
    );
  });

  const fitting = patches.filter(({ changes }) => changes?.[0]?.kind !== 'run');

  test.each(fitting.map((patch) => [patch.changes?.[0]?.kind, patch] as const))(
    'its example of %s fits the file that it shows',
    (_, value) => {
      const read = readPatch({ value });
      const patch = read.ok ? read.patch : undefined;
      expect(patch === undefined ? read : applyToShop(patch)).toMatchObject({
        ok: true,
        changes: [expect.anything()],
      });
    },
  );

  test('shows the beginning of the file that its examples are for', () => {
    const text = codeBlocks(read('docs/payload.md')).find(({ language }) => language === 'js')?.text ?? '';
    expect(SHOP['src/cart.js']?.startsWith(text)).toBe(true);
  });
});

describe('docs/configuration.md', () => {
  test('shows a config that is taken', () => {
    const configs = configsIn('docs/configuration.md');
    expect(configs).toHaveLength(3);
    expect(configs).toEqual(configs.map(() => expect.objectContaining({ ok: true })));
  });
});

describe('docs/security.md', () => {
  test('names tests by words that stand in them', () => {
    const named = links(read('docs/security.md')).filter(({ target }) => target.startsWith('../test/'));
    expect(named.length).toBeGreaterThan(15);
    const squeeze = (text: string) => text.replaceAll(/\s+/g, ' ');
    expect(named.filter(({ text, target }) => !squeeze(read(join('docs', target))).includes(text))).toEqual(
      [],
    );
  });
});

function readDelivery(payload: unknown): Patch {
  const envelope = parseEnvelope(payload);
  if (!envelope.ok || envelope.envelope.kind !== 'inline') {
    throw new Error(`this is no inline delivery: ${JSON.stringify(envelope)}`);
  }
  const patch = readPatch({ value: envelope.envelope.patch }, envelope.envelope.id);
  if (!patch.ok) {
    throw new Error(`this is no patch: ${JSON.stringify(patch.refusals)}`);
  }
  return patch.patch;
}

function applyToShop(patch: Patch): ReturnType<typeof applyPatch> {
  const files = Object.entries(SHOP).map(([path, text]): [string, SourceEntry] => [
    path,
    { kind: 'file', bytes: new TextEncoder().encode(text), executable: false },
  ]);
  return applyPatch(patch, new Map(files));
}

function configsIn(path: string): readonly unknown[] {
  return codeBlocks(read(path))
    .filter(({ language }) => language === 'yaml')
    .map(({ text }) => parseConfig(text.includes('enforce:') ? aboveAny(text) : text));
}

/** The config of an organisation, over a repository that says what it must. */
function aboveAny(text: string): ConfigSource {
  return { own: 'test: {command: make}\n', organisation: { repository: 'acme/.github', text } };
}
