import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { firstColumn, links } from './markdown.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = read('docs/architecture.md');

describe('docs/architecture.md', () => {
  test('is a map, not a book', () => {
    const prose = page.split('\n').filter((line) => !line.startsWith('|'));
    expect(prose.length).toBeLessThanOrEqual(200);
  });

  test('gives a reason for every package that is installed, and for no other', () => {
    const { dependencies, devDependencies } = z
      .object({ dependencies: versions, devDependencies: versions })
      .parse(JSON.parse(read('package.json')));
    const named = firstColumn(page, 'package').flatMap(namesIn);
    const installed = [...Object.keys(dependencies), ...Object.keys(devDependencies)];
    expect(named.toSorted()).toEqual(installed.toSorted());
  });

  test('says of packages what is so: each is pinned, and none that runs in production has an install script', () => {
    const { packages } = z
      .object({ packages: z.record(z.string(), lockedPackage) })
      .parse(JSON.parse(read('package-lock.json')));
    const { dependencies = {}, devDependencies = {} } = packages[''] ?? {};
    const pinned = Object.values({ ...dependencies, ...devDependencies });
    expect(pinned.length).toBeGreaterThan(10);
    expect(pinned.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    const scripted = Object.entries(packages).filter(
      ([, { hasInstallScript, dev }]) => hasInstallScript && !dev,
    );
    expect(scripted.map(([path]) => path)).toEqual([]);
  });

  const tour = page.split(/^## /m).find((part) => part.startsWith('One patch, file by file\n')) ?? '';
  const steps = [...tour.matchAll(/^\| ([^|]+) \| (\[[^|]+) \|$/gm)].map(([, step = '', files = '']) => ({
    step,
    files,
  }));

  test('follows one patch from the event to the end', () => {
    expect(steps.length).toBe(firstColumn(tour, 'step').length);
    expect(steps.length).toBeGreaterThan(10);
  });

  test.each(steps)('knows where "$step" stands', ({ files }) => {
    const named = files.split(/, (?=\[)/).flatMap((entry) => {
      const [link] = links(entry);
      const source = read(join('docs', link?.target ?? ''));
      return namesIn(entry)
        .filter(
          (name) => !new RegExp(`^export (?:async )?(?:function|type|const) ${name}\\b`, 'm').test(source),
        )
        .map((name) => `${link?.text}: ${name}`);
    });
    expect(named).toEqual([]);
  });
});

describe('docs/adr', () => {
  const index = 'docs/adr/README.md';
  const decisions = globSync('docs/adr/0*.md', { cwd: root }).toSorted();

  test('lists every decision, numbered without a gap', () => {
    const listed = links(read(index)).map(({ target }) => join(dirname(index), target));
    expect(listed).toEqual(decisions);
    const numbers = decisions.map((path) => Number(/\/(\d{4})-/.exec(path)?.[1]));
    expect(numbers).toEqual(decisions.map((_, position) => position + 1));
  });

  test.each(decisions)(
    '%s says what was so, what was decided and what that costs, in forty lines',
    (path) => {
      const text = read(path);
      const number = Number(/\/(\d{4})-/.exec(path)?.[1]);
      expect(text.startsWith(`# ${number}. `)).toBe(true);
      expect([...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual([
        'Context',
        'Decision',
        'Consequences',
      ]);
      expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
    },
  );
});

const versions = z.record(z.string(), z.string());

const lockedPackage = z.looseObject({
  dependencies: versions.optional(),
  devDependencies: versions.optional(),
  hasInstallScript: z.boolean().default(false),
  dev: z.boolean().default(false),
});

/** All that a cell shows as code. */
function namesIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}
