import { expect, test } from '@jest/globals';
import { createLog } from '../../src/app/log.ts';

function logged(what: object): string {
  let said = '';
  createLog('info', { write: (line) => void (said += line) })
    .child({ name: 'part' })
    .info(what, 'it happened');
  return said;
}

test.each([
  ['a token', { token: 'hidden' }],
  ['a token in something', { made: { token: 'hidden' } }],
  ['the answer of an App', { err: { data: { client_secret: 'hidden' } } }],
  ['the key of an App', { settings: { privateKey: 'hidden' } }],
  ['a header of a request', { req: { headers: { authorization: 'Bearer hidden' } } }],
  ['a header of a failed request', { err: { request: { headers: { authorization: 'token hidden' } } } }],
  ['a cookie', { err: { response: { headers: { 'set-cookie': 'session=hidden' } } } }],
  ['a signature', { req: { headers: { 'x-hub-signature-256': 'sha256=hidden' } } }],
])('%s is not logged, and what stands beside it is', (_, what) => {
  const line = logged({ ...what, repository: 'acme/shop' });
  expect(line).not.toContain('hidden');
  expect(line).toContain('[secret]');
  expect(JSON.parse(line)).toMatchObject({ msg: 'it happened', repository: 'acme/shop', name: 'part' });
});
