import { describe, expect, test } from '@jest/globals';
import { requestIdOf } from '../../src/cli/message-id.ts';

const LONG = 'a'.repeat(2000);

describe('the id of a request that is too long', () => {
  test.each<[string, string, string | number | null]>([
    ['a number first', `{"jsonrpc":"2.0","id":7,"method":"x","params":{"text":"${LONG}"}}`, 7],
    ['a text first', `{"jsonrpc": "2.0", "id": "a-1", "method": "x", "params": {"text":"${LONG}"}}`, 'a-1'],
    ['one at the end', `{"method":"x","params":{"text":"${LONG}"},"jsonrpc":"2.0","id":7}`, 7],
    ['one at the end, cut', `{"method":"x","params":{"text":"${LONG}", "b": 1},"id":"q" }`, 'q'],
    ['none', `{"jsonrpc":"2.0","method":"x","params":{"text":"${LONG}"}}`, null],
    ['one inside', `{"method":"x","params":{"text":"${LONG}","id":7}}`, null],
    ['one inside, first', `{"method":"x","params":{"id":7,"text":"${LONG}"}}`, null],
    ['one in a text', `{"method":"x","params":{},"text":"${LONG},\\"id\\":7}"}`, null],
    ['an answer', `{"jsonrpc":"2.0","id":7,"result":{"text":"${LONG}"}}`, null],
    ['a fraction', `{"jsonrpc":"2.0","id":7.5,"method":"x","params":{"text":"${LONG}"}}`, null],
    ['a text with escapes', `{"id":"a\\"b","method":"x","params":{"text":"${LONG}"}}`, null],
    ['no JSON', LONG, null],
  ])('is told from %s', (_, line, id) => {
    expect(requestIdOf(Buffer.from(line))).toBe(id);
  });
});
