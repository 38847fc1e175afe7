import { type ClientRequest, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIPv6, type TcpNetConnectOpts } from 'node:net';
import {
  type RequestFilteringAgentOptions,
  RequestFilteringHttpAgent,
  RequestFilteringHttpsAgent,
} from 'request-filtering-agent';
import { Webhook } from 'standardwebhooks';
import * as z from 'zod';
import type { Call, CallAnswer } from '../stages/callback/call-back.ts';
import { type CallbackRule, checkCallbackUrl } from './callback-address.ts';

/**
 * Sends callbacks, signed as Standard Webhooks have it. What is connected to is looked at, not what it is called: a
 * name that leads to a private network is refused at the moment of the connection. No redirect is followed. `deadline`
 * is in milliseconds, from the connection to the end of the answer.
 */
export function createCaller(
  rule: CallbackRule,
  deadline = DEADLINE_MS,
): (call: Call) => Promise<CallAnswer> {
  const filter: RequestFilteringAgentOptions & Pick<TcpNetConnectOpts, 'blockList'> = {
    allowIPAddressList: rule.toLoopback ? LOOPBACK : [],
    blockList: PUBLIC_BUT_INSIDE,
  };
  const agents = {
    'http:': new RequestFilteringHttpAgent(filter),
    'https:': new RequestFilteringHttpsAgent(filter),
  };
  return async (call) => {
    const wrong = checkCallbackUrl(call.address.url, rule);
    if (wrong !== null) {
      return { ok: false, gone: false, problem: `the address ${wrong}.` };
    }
    const url = new URL(call.address.url);
    if (isInside(url)) {
      return { ok: false, gone: false, problem: PRIVATE };
    }
    const options = { method: 'POST', headers: headersOf(call), signal: AbortSignal.timeout(deadline) };
    const request =
      url.protocol === 'https:'
        ? requestHttps(url, { ...options, agent: agents['https:'] })
        : requestHttp(url, { ...options, agent: agents['http:'] });
    try {
      return judge(await statusOf(request, call.body));
    } catch (error) {
      return { ok: false, gone: false, problem: describe(error, deadline) };
    }
  };
}

const LOOPBACK = ['127.0.0.1', '::1'];

/** What looks public and is not: the service of the machine's own cloud (Azure), and an old way to write IPv4. */
const PUBLIC_BUT_INSIDE = new BlockList();
PUBLIC_BUT_INSIDE.addAddress('168.63.129.16');
PUBLIC_BUT_INSIDE.addRange('::2', '::ffff:ffff', 'ipv6');

/** Node holds against its list only what a name leads to, and no address that is written out. */
function isInside({ hostname }: URL): boolean {
  const address = hostname.replace(/^\[(.*)\]$/, '$1');
  return PUBLIC_BUT_INSIDE.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** Milliseconds; a receiver answers first and works then. */
const DEADLINE_MS = 10_000;

function headersOf({ address, messageId, at, body }: Call) {
  return {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'ghost-runner',
    'webhook-id': messageId,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(address.secret).sign(messageId, at, body),
  };
}

/** The status counts, not the text: an answer that is longer than this is cut off. */
async function statusOf(request: ClientRequest, body: string): Promise<number> {
  return await new Promise((resolve, reject) => {
    let status: number | undefined;
    request.on('error', (error) => (status === undefined ? reject(error) : resolve(status)));
    request.on('response', (response) => {
      status = response.statusCode ?? 0;
      let bytes = 0;
      response.on('error', () => undefined);
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > MAX_ANSWER_BYTES) {
          response.destroy();
        }
      });
      response.on('close', () => resolve(status ?? 0));
    });
    request.end(body);
  });
}

/** Bytes of an answer that are read, so that a receiver may say something and be heard out. */
const MAX_ANSWER_BYTES = 16 * 1024;

function judge(status: number): CallAnswer {
  if (status >= 200 && status < 300) {
    return { ok: true };
  }
  if (status === GONE) {
    return { ok: false, gone: true, problem: 'the receiver answered 410 and wants nothing any more.' };
  }
  const redirect = status >= 300 && status < 400 ? ' Redirects are not followed; name where it leads.' : '';
  return { ok: false, gone: false, problem: `the receiver answered ${status}.${redirect}` };
}

const GONE = 410;

/** Codes and the filter's reason are known words; a message might repeat what a receiver sent. */
function describe(error: unknown, deadline: number): string {
  const { name, message, code } = errorSchema.parse(error);
  if (name === 'AbortError' || name === 'TimeoutError') {
    return `there was no answer within ${deadline / 1000} seconds.`;
  }
  if (message.includes('is not allowed') || code === 'ERR_IP_BLOCKED') {
    return PRIVATE;
  }
  return CERTIFICATE_CODES.test(code)
    ? `the receiver's certificate is not trusted (${code}); give it one that browsers take.`
    : `the receiver can't be reached (${code}).`;
}

const PRIVATE = 'the address leads to a private network, where callbacks are never sent.';

/** By which Node says what is wrong with a certificate: its signer, its time or its name. */
const CERTIFICATE_CODES = /CERT|LEAF_SIGNATURE/;

const errorSchema = z.object({
  name: z.string(),
  message: z.string(),
  code: z.string().catch('no code'),
});
