import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  type ControlEntry,
  formatControl,
  MAX_CONTROL_TEXT,
  originOf,
  parseControl,
  readControl,
} from '../../src/control/control.ts';
import type { Switch } from '../../src/control/switches.ts';
import { entry } from './arbitrary.ts';

const NOW = new Date('2026-01-01T12:00:00Z');
const AT = '2026-01-01T11:00:00.000Z';
const PAUSED: Switch = {
  state: 'paused',
  scope: { kind: 'repository' },
  reason: 'release day',
  by: 'octocat',
  at: AT,
};

describe('control', () => {
  test('every entry reads back as it was, and its first line is the audit log', () => {
    fc.assert(
      fc.property(entry, (value) => {
        const message = formatControl(value);
        expect(parseControl(message)).toEqual(value);
        expect(message.split('\n')).toHaveLength(4);
      }),
      { numRuns: 500 },
    );
    expect(formatControl(entryOf([PAUSED])).split('\n', 1)).toEqual(['pause by octocat: two lines']);
  });

  test('an entry says what it came in, where who reads only the entry finds what stood there before', () => {
    const message = formatControl(entryOf([PAUSED]), 'comment 12');
    expect(originOf(message)).toBe('comment 12');
    expect(parseControl(message)).toEqual(entryOf([PAUSED]));
    expect(originOf(formatControl(entryOf([PAUSED])))).toBeNull();
    const claimed = { ...entryOf([]), act: { ...entryOf([]).act, reason: 'x\nGhost-Origin: comment 12' } };
    expect(originOf(formatControl(claimed))).toBeNull();
    expect(originOf('Ghost-Origin: comment 12\nGhost-Control: {')).toBeNull();
  });

  test('a pause and a lock hold, with their reason', () => {
    expect(read([PAUSED])).toEqual(PAUSED);
    expect(read([{ ...PAUSED, state: 'locked' }])).toMatchObject({ state: 'locked', reason: 'release day' });
    expect(read([])).toEqual({ state: 'running' });
  });

  test('a pause ends by itself at its time, and not before', () => {
    expect(read([{ ...PAUSED, until: '2026-01-01T12:00:00.000Z' }])).toEqual({ state: 'running' });
    expect(read([{ ...PAUSED, until: '2026-01-01T12:00:01.000Z' }])).toMatchObject({ state: 'paused' });
  });

  test('a switch for a branch or a sender says nothing of the repository as a whole', () => {
    const scoped: Switch = { ...PAUSED, scope: { kind: 'branch', branch: 'main' } };
    expect(read([scoped])).toEqual({ state: 'running' });
    expect(readControl(formatControl(entryOf([scoped])), NOW, { branch: 'main' })).toMatchObject({
      state: 'paused',
    });
  });

  test.each([
    ['a ref that is gone', null],
    ['no entry', 'go on'],
    ['not JSON', 'Ghost-Control: {'],
    ['an unknown state', formatControl(entryOf([PAUSED])).replace('"paused"', '"go"')],
    ['an unknown field', formatControl(entryOf([])).replace('"version"', '"extra":1,"version"')],
    ['an act that is missing', 'Ghost-Control: {"version":1,"switches":[]}'],
    ['a date that is none', formatControl(entryOf([])).replace('2026-01-01T11', 'yesterday')],
    ['a newer version', formatControl(entryOf([])).replace('"version":1', '"version":2')],
    ['more than we would write', `${formatControl(entryOf([]))}${' '.repeat(600_000)}`],
    ['more switches than we would write', tooMany()],
  ])('%s means paused, for everybody', (_, message) => {
    expect(readControl(message, NOW)).toMatchObject({ state: 'paused' });
    expect(readControl(message, NOW, { branch: 'main', senders: ['gpt'] })).toMatchObject({
      state: 'paused',
    });
  });

  test('reading never throws, whatever somebody pushed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.json(), (before, json) => {
        expect(readControl(`${before}\nGhost-Control: ${json}`, NOW)).toMatchObject({ state: 'paused' });
      }),
    );
  });

  test('what could not be read back is not written', () => {
    expect(() => formatControl(entryOf([{ ...PAUSED, reason: 'x'.repeat(MAX_CONTROL_TEXT + 1) }]))).toThrow();
    expect(() => formatControl(entryOf(Array.from({ length: 51 }, () => PAUSED)))).toThrow();
  });
});

function read(switches: readonly Switch[]) {
  return readControl(formatControl(entryOf(switches)), NOW);
}

function entryOf(switches: readonly Switch[]): ControlEntry {
  return {
    version: 1,
    switches,
    act: { verb: 'pause', surface: 'form', by: 'octocat', at: AT, reason: 'two\nlines' },
  };
}

function tooMany(): string {
  const list = JSON.stringify(Array.from({ length: 51 }, () => PAUSED));
  return formatControl(entryOf([])).replace('"switches":[]', `"switches":${list}`);
}
