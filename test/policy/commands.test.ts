import { describe, expect, test } from '@jest/globals';
import { findCommands } from '../../src/policy/commands.ts';
import { parseConfig } from '../../src/policy/config.ts';

function knownIn(text: string) {
  const parsed = parseConfig(`test: {command: x}\n${text}`);
  return parsed.ok ? parsed.config.commands : parsed.refusals.map(({ message }) => message).join('\n');
}

describe('commands of the config', () => {
  test('are a text, or an object with their minutes', () => {
    const known = knownIn(
      'commands:\n  format: npm run format\n  docs: {command: npm run docs, timeout-minutes: 9}\n',
    );
    const ask = (...names: readonly string[]) => ({
      changes: names.map((command) => ({ kind: 'run' as const, command })),
    });
    expect(typeof known === 'string' ? known : findCommands(known, ask('docs', 'format', 'docs'))).toEqual({
      commands: [
        { name: 'docs', command: 'npm run docs', timeoutMinutes: 9 },
        { name: 'format', command: 'npm run format', timeoutMinutes: 5 },
        { name: 'docs', command: 'npm run docs', timeoutMinutes: 9 },
      ],
      refusals: [],
    });
    expect(typeof known === 'string' ? known : findCommands(known, ask('toString'))).toMatchObject({
      refusals: [{ code: 'command_not_allowed', data: { configured: ['format', 'docs'] } }],
    });
  });

  test.each([
    ['commands:\n  "npm run": x\n', 'call a command by one word'],
    ['commands:\n  format: ""\n', 'write the command'],
    ['commands:\n  format: [x]\n', 'write the command'],
    ['commands:\n  format: {run: x}\n', 'write the command'],
    ['commands:\n  format: {command: x, timeout-minutes: 61}\n', '<=60'],
    [`commands:\n${Array.from({ length: 51 }, (_, n) => `  c${n}: x\n`).join('')}`, 'at most 50'],
  ])('%j is no such config, and the reader is told', (text, message) => {
    expect(knownIn(text)).toContain(message);
  });
});
