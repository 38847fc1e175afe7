import { describe, expect, test } from '@jest/globals';
import { ENVELOPE_KEYS, parseEnvelope } from '../../src/patch/envelope.ts';
import { payloadOf } from '../../src/patch/payload.ts';

const digest = 'ab'.repeat(32);

describe('patch/envelope', () => {
  test.each([
    [{ patch: { version: 1 } }, { kind: 'inline', patch: { version: 1 } }],
    [
      { id: 'x', patch: '{"version": 1}' },
      { kind: 'inline', id: 'x', patch: '{"version": 1}' },
    ],
    [
      { blockId: 'x', mutations: [] },
      { kind: 'inline', patch: { blockId: 'x', mutations: [] } },
    ],
    [
      { id: 'x', target_file: 'a', patch: 'b' },
      { kind: 'inline', patch: { id: 'x', target_file: 'a', patch: 'b' } },
    ],
    [
      { version: 1, changes: [] },
      { kind: 'inline', patch: { version: 1, changes: [] } },
    ],
    [
      { id: null, patch: 5 },
      { kind: 'inline', patch: 5 },
    ],
    [
      { id: 'x', ref: `refs/ghost/inbox/${digest}`, sha256: digest },
      { kind: 'reference', id: 'x', ref: `refs/ghost/inbox/${digest}`, sha256: digest },
    ],
    [
      { id: 'x', patch: 5, retry: true, again: true },
      { kind: 'inline', id: 'x', patch: 5, retry: true, again: true },
    ],
    [
      { id: 'x', patch: 5, for: ['shop-gpt', 'rita'] },
      { kind: 'inline', id: 'x', patch: 5, sentFor: ['shop-gpt', 'rita'] },
    ],
    [
      { id: 'x', for: ['rita'], retry: true, draft: true, patch: 5 },
      { kind: 'inline', patch: { id: 'x', draft: true, patch: 5 }, sentFor: ['rita'], retry: true },
    ],
    [
      { id: 'x', for: ['rita'], again: true, retry: false, version: 1, changes: [] },
      { kind: 'inline', patch: { id: 'x', version: 1, changes: [] }, sentFor: ['rita'], again: true },
    ],
    [
      { ref: `refs/ghost/inbox/${digest}`, sha256: digest, again: true, retry: false },
      { kind: 'reference', ref: `refs/ghost/inbox/${digest}`, sha256: digest, again: true },
    ],
  ])('%j is an envelope', (payload, envelope) => {
    expect(parseEnvelope(payload)).toEqual({ ok: true, envelope });
  });

  test.each([
    [null, ''],
    ['{"patch": {}}', ''],
    [[{}], ''],
    [{}, ''],
    [{ patch: {}, ref: 'x' }, ''],
    [{ id: 'x' }, ''],
    [{ ref: `refs/ghost/inbox/${digest}`, sha256: digest, mutations: [] }, '/mutations'],
    [{ patch: {}, id: 7 }, '/id'],
    [{ patch: {}, id: '' }, '/id'],
    [{ patch: {}, id: 'half \ud800' }, '/id'],
    [{ patch: {}, retry: 'yes' }, '/retry'],
    [{ patch: {}, again: 1 }, '/again'],
    [{ patch: {}, for: 'rita' }, '/for'],
    [{ patch: {}, title: 'x', for: 'rita' }, '/for'],
    [{ version: 1, changes: [], retry: 'yes' }, '/retry'],
    [{ patch: {}, for: [''] }, '/for'],
    [{ patch: {}, for: ['a name'] }, '/for'],
    [{ patch: {}, for: ['x'.repeat(101)] }, '/for'],
    [{ patch: {}, for: ['a', 'b', 'c', 'd', 'e'] }, '/for'],
    [{ ref: `refs/ghost/inbox/${digest}` }, '/sha256'],
    [{ ref: `refs/ghost/inbox/${digest}`, sha256: digest.toUpperCase() }, '/sha256'],
    [{ ref: 'refs/heads/main', sha256: digest }, '/ref'],
    [{ ref: `refs/ghost/inbox/../../heads/${digest}`, sha256: digest }, '/ref'],
    [{ ref: 7, sha256: digest }, '/ref'],
  ])('%j is refused at %j', (payload, pointer) => {
    const result = parseEnvelope(payload);
    expect(result.ok ? [] : result.refusals).toMatchObject([{ code: 'malformed', pointer }]);
  });

  test.each([digest, 'x', null, { any: 'thing' }])(
    'the digest of a reference is refused beside a patch, and not passed over: %j',
    (sha256) => {
      const result = parseEnvelope({ id: 'x', sha256, patch: {} });
      expect(result.ok ? [] : result.refusals).toMatchObject([{ code: 'malformed', pointer: '/sha256' }]);
    },
  );

  /** A value of each that can be told from all others where it went, and where it is to be found. */
  const HEARD = {
    id: ['said-id', 'said-id'],
    patch: ['said-patch', 'said-patch'],
    ref: [`refs/ghost/inbox/${digest}`, 'refs/ghost/inbox/'],
    sha256: [digest, `"sha256":"${digest}"`],
    for: [['said-for'], 'said-for'],
    retry: [true, '"retry":true'],
    again: [true, '"again":true'],
  } as const satisfies { readonly [key in (typeof ENVELOPE_KEYS)[number]]: readonly [unknown, string] };

  test.each(ENVELOPE_KEYS.flatMap((one) => ENVELOPE_KEYS.map((other) => [one, other] as const)))(
    'nothing is dropped of any envelope that has %s and %s, with a field of a patch or without',
    (one, other) => {
      for (const shape of [['patch'], ['ref', 'sha256'], ['changes'], ['patch', 'title']] as const) {
        const names = [...new Set<string>([...shape, one, other])];
        const sent = names.map((name): [string, unknown] => [name, isKey(name) ? HEARD[name][0] : 'said-it']);
        const read = parseEnvelope(Object.fromEntries(sent));
        const shown = JSON.stringify(read);
        const lost = names.filter((name) => !shown.includes(isKey(name) ? HEARD[name][1] : 'said-it'));
        expect(read.ok ? lost : []).toEqual([]);
      }
    },
  );

  function isKey(name: string): name is keyof typeof HEARD {
    return Object.hasOwn(HEARD, name);
  }

  test('a refused envelope keeps its id', () => {
    expect(parseEnvelope({ id: 'x', ref: 'no' })).toMatchObject({ ok: false, id: 'x' });
  });

  test('all problems are told at once', () => {
    const result = parseEnvelope({ id: 7, ref: 'x', patch: {}, colour: 'red' });
    expect(result.ok ? [] : result.refusals.map(({ pointer }) => pointer)).toEqual(['/id', '/colour', '']);
  });

  test('an id that is much too long is refused, and is still there for the report', () => {
    const id = 'x'.repeat(10_000);
    expect(parseEnvelope({ id, patch: {} })).toMatchObject({
      ok: false,
      id,
      refusals: [{ code: 'too_large' }],
    });
  });

  test.each([
    ['{"id": "x", "patch": {}}', { id: 'x', patch: {} }],
    ['{"mutations": []}', { mutations: [] }],
    [
      '{"event_type": "ghost-patch", "client_payload": {"patch": {}, "retry": true}}',
      { patch: {}, retry: true },
    ],
    [
      '{"event_type": "x", "client_payload": {}, "more": 1}',
      { event_type: 'x', client_payload: {}, more: 1 },
    ],
    ['[1]', { patch: '[1]' }],
    ['--- a/x', { patch: '--- a/x' }],
    ['{"id": "x",}', { patch: '{"id": "x",}' }],
  ])('the text %j stands for its payload', (text, payload) => {
    expect(payloadOf(text)).toEqual(payload);
  });
});
