import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { HEARD_EVENTS } from '../../src/app/webhooks.ts';
import { APP_FILE } from './world.ts';

const root = join(import.meta.dirname, '../..');

describe('app.yml', () => {
  test('says of every right and every event what it is for', () => {
    const [, rights = ''] = readFileSync(join(root, 'app.yml'), 'utf8').split('default_permissions:');
    const lines = rights.split('\n').filter((line) => /^ {2}/.test(line));
    expect(lines).toHaveLength(
      Object.keys(APP_FILE.default_permissions).length + APP_FILE.default_events.length,
    );
    expect(lines.filter((line) => !/ # \w.{10,}$/.test(line))).toEqual([]);
  });

  test('asks for the events that the server listens to, and for no others', () => {
    const source = readFileSync(join(root, 'src/app/webhooks.ts'), 'utf8');
    const listened = [...source.matchAll(/webhooks\.on\((\[.*?\]|'[\w.]+')/g)].flatMap(([, names = '']) =>
      [...names.matchAll(/'(\w+)/g)].map(([, name = '']) => name),
    );
    expect(listened.toSorted()).toEqual([...HEARD_EVENTS].toSorted());
    // Those come with every App, and can't be asked for.
    const asked = listened.filter((name) => !name.startsWith('installation'));
    expect([...APP_FILE.default_events].toSorted()).toEqual(asked.toSorted());
  });

  test('has every right that the workflows want from the same App', () => {
    const wanted = globSync('.github/workflows/*.yml', { cwd: root })
      .flatMap((path) => [
        ...readFileSync(join(root, path), 'utf8').matchAll(/^ +permission-([\w-]+): (\w+)$/gm),
      ])
      .map(([, scope = '', access = '']) => [scope.replaceAll('-', '_'), access] as const);
    expect(wanted.length).toBeGreaterThan(3);
    const missing = wanted.filter(
      ([scope, access]) => !['write', access].includes(APP_FILE.default_permissions[scope] ?? 'none'),
    );
    expect(missing).toEqual([]);
  });
});
