import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:https';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { createCaller } from '../../src/io/callback.ts';
import { checkCallbackUrl } from '../../src/io/callback-address.ts';
import type { Call } from '../../src/stages/callback/call-back.ts';
import { type Receiver, startReceiver, verify } from './receiver.ts';
import { makeSelfSigned } from './self-signed.ts';

const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes now').toString('base64')}`;
const PATIENCE_MS = 300;

const strict = createCaller({ toLoopback: false });
const lenient = createCaller({ toLoopback: true }, PATIENCE_MS);

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.close());

function callTo(url: string): Call {
  return {
    address: { url, secret: SECRET },
    messageId: 'msg_1',
    at: new Date(),
    body: '{"type":"patch.opened","title":"Grüße"}',
  };
}

describe('a callback', () => {
  test('arrives as it was given, and the receiver can tell that it is ours', async () => {
    const call = callTo(receiver.url);
    expect(await lenient(call)).toEqual({ ok: true });
    const [received] = receiver.received.slice(-1);
    if (received === undefined) {
      throw new Error('nothing came');
    }
    expect(received).toMatchObject({ id: 'msg_1', body: call.body });
    expect(verify(received, SECRET)).toEqual(JSON.parse(call.body));
    expect(() => verify({ ...received, body: `${call.body} ` }, SECRET)).toThrow('No matching signature');
    expect(() => verify(received, `${SECRET.slice(0, -4)}AAAA`)).toThrow('No matching signature');
  });

  test('is signed as the text of the standard says, whoever computes it', async () => {
    const call = callTo(receiver.url);
    await lenient(call);
    const seconds = Math.floor(call.at.getTime() / 1000);
    const key = Buffer.from(SECRET.slice('whsec_'.length), 'base64');
    const signature = createHmac('sha256', key).update(`msg_1.${seconds}.${call.body}`).digest('base64');
    expect(receiver.received.at(-1)?.headers).toMatchObject({
      'webhook-timestamp': String(seconds),
      'webhook-signature': `v1,${signature}`,
      'content-type': 'application/json',
    });
  });

  test.each([
    [200, { ok: true }],
    [204, { ok: true }],
    [410, { ok: false, gone: true, problem: 'the receiver answered 410 and wants nothing any more.' }],
    [500, { ok: false, gone: false, problem: 'the receiver answered 500.' }],
    [429, { ok: false, gone: false, problem: 'the receiver answered 429.' }],
  ])('that is answered with %d ends so', async (status, answer) => {
    receiver.answer((response) => response.writeHead(status).end('{"said":"by the receiver"}'));
    expect(await lenient(callTo(receiver.url))).toEqual(answer);
  });

  test('goes nowhere else, whatever the receiver answers', async () => {
    receiver.answer((response, { url = '' }) =>
      response.writeHead(url === '/hooks' ? 307 : 200, { location: '/elsewhere' }).end(),
    );
    const before = receiver.received.length;
    expect(await lenient(callTo(receiver.url))).toEqual({
      ok: false,
      gone: false,
      problem: 'the receiver answered 307. Redirects are not followed; name where it leads.',
    });
    expect(receiver.received).toHaveLength(before + 1);
  });

  test('is not sent to a receiver whose certificate nobody vouches for, and the reason is told', async () => {
    let requests = 0;
    const server = createServer(makeSelfSigned(), (_, response) => {
      requests += 1;
      response.end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = z.object({ port: z.int() }).parse(server.address());
    expect(await lenient(callTo(`https://localhost:${port}/hooks`))).toEqual({
      ok: false,
      gone: false,
      problem:
        "the receiver's certificate is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT); give it one that browsers take.",
    });
    expect(requests).toBe(0);
    await new Promise((resolve) => server.close(resolve));
  });

  test('that is not answered in time has failed', async () => {
    receiver.answer(() => undefined);
    expect(await lenient(callTo(receiver.url))).toEqual({
      ok: false,
      gone: false,
      problem: 'there was no answer within 0.3 seconds.',
    });
  });

  test('whose answer never ends has arrived, and is cut off after a little of it', async () => {
    let written = 0;
    receiver.answer((response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(1024))) {
          written += 1024;
        }
      };
      response.on('drain', more);
      more();
    });
    // Cut off by its length, and not when the time is up.
    const patient = createCaller({ toLoopback: true }, 100 * PATIENCE_MS);
    const started = performance.now();
    expect(await patient(callTo(receiver.url))).toEqual({ ok: true });
    expect(performance.now() - started).toBeLessThan(10 * PATIENCE_MS);
    expect(written).toBeLessThan(MUCH);
  });

  test('whose answer trickles has arrived when the time is up', async () => {
    receiver.answer((response) => {
      response.writeHead(200).write('a');
      const trickle = setInterval(() => response.write('a'), 50);
      response.on('close', () => clearInterval(trickle));
    });
    expect(await lenient(callTo(receiver.url))).toEqual({ ok: true });
  });

  test('to nobody says so, without what the address holds', async () => {
    expect(await lenient(callTo('http://127.0.0.1:1/a-secret-path'))).toEqual({
      ok: false,
      gone: false,
      problem: "the receiver can't be reached (ECONNREFUSED).",
    });
  });
});

/** Bytes that the buffers of two sockets hold many times over. */
const MUCH = 64 * 1024 * 1024;

describe('a callback into a private network', () => {
  test.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.192',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '[::]',
    '[::1]',
    '[::127.0.0.1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:169.254.169.254]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '[fc00::1]',
    '[fd00:ec2::254]',
    '[fe80::1]',
    '[fec0::1]',
    'localhost',
  ])('is never sent, as to %s', async (host) => {
    const before = receiver.connections();
    expect(await strict(callTo(`https://${host}:${receiver.port}/`))).toEqual({
      ok: false,
      gone: false,
      problem: 'the address leads to a private network, where callbacks are never sent.',
    });
    expect(receiver.connections()).toBe(before);
  });

  test('is not sent either where this machine is allowed, but for this machine', async () => {
    expect(await lenient(callTo('https://169.254.169.254/latest/meta-data'))).toMatchObject({
      problem: expect.stringContaining('private network'),
    });
  });

  test('is not sent where the rule has changed since the address was taken', async () => {
    const before = receiver.connections();
    expect(await strict(callTo(receiver.url))).toMatchObject({
      ok: false,
      problem: expect.stringContaining('must begin with https://'),
    });
    expect(receiver.connections()).toBe(before);
  });
});

describe('an address', () => {
  test.each(['https://example.com/hooks', 'https://example.com:8443/?key=1'])('%s is one', (url) => {
    expect(checkCallbackUrl(url, { toLoopback: false })).toBeNull();
  });

  test.each([
    ['http://example.com/', 'must begin with https://'],
    ['http://127.0.0.1/', 'must begin with https://'],
    ['ftp://example.com/', 'must begin with https://'],
    ['file:///etc/passwd', 'must begin with https://'],
    ['example.com', 'is no address'],
    ['https://ada:secret@example.com/', 'has a password'],
    ['https://example.com/#top', 'has a password or a fragment'],
  ])('%s is none', (url, reason) => {
    expect(checkCallbackUrl(url, { toLoopback: false })).toContain(reason);
  });

  test('that is endless is none', () => {
    const url = `https://example.com/${'a'.repeat(2_000)}`;
    expect(checkCallbackUrl(url, { toLoopback: false })).toContain('is no address');
  });

  test.each(['http://localhost:1/', 'http://127.0.0.1:1/', 'http://[::1]:1/'])(
    '%s is one where callbacks may go to this machine',
    (url) => {
      expect(checkCallbackUrl(url, { toLoopback: true })).toBeNull();
      expect(checkCallbackUrl('http://example.com/', { toLoopback: true })).toContain('https://');
    },
  );
});
