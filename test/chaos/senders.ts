import { setTimeout as delay } from 'node:timers/promises';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { Random } from '../../bench/apply/random.ts';
import type { ChaosPatch, Delivery, Door } from './plan.ts';

export type SendersOptions = {
  readonly random: Random;
  /** Root of the local GitHub's API, and a token that may send dispatches. */
  readonly apiUrl: string;
  readonly githubToken: string;
  /** Addresses of the servers, and a token of theirs. */
  readonly servers: readonly string[];
  readonly serverToken: string;
  /** Told after each delivery, acknowledged or not. */
  readonly onDelivery: (sent: number) => void;
};

/** Sends everything, some at a time; whoever is not answered tries again. Gives the ids of all that was acknowledged. */
export async function sendAll(
  deliveries: readonly Delivery[],
  options: SendersOptions,
): Promise<ReadonlySet<string>> {
  const acknowledged = new Set<string>();
  let next = 0;
  let sent = 0;
  const send = async (): Promise<void> => {
    for (let one = deliveries[next++]; one !== undefined; one = deliveries[next++]) {
      if (await insist(one, options)) {
        acknowledged.add(one.patch.id);
      }
      sent += 1;
      options.onDelivery(sent);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, send));
  return acknowledged;
}

/** At the same time. */
const SENDERS = 12;

/** Milliseconds for which one delivery is tried: a server that was killed takes a while to start on a busy machine. */
const PERSISTENCE_MS = 180_000;

/** Milliseconds between two tries, at most. */
const LONGEST_PAUSE_MS = 1_000;

/** Milliseconds after which a sender counts a try as failed. */
const PATIENCE_MS = 25_000;

/** What a try comes to; `refused`: trying again is no use. */
type Answer = 'acknowledged' | 'refused' | 'failed';

async function insist({ patch, door }: Delivery, options: SendersOptions): Promise<boolean> {
  const end = performance.now() + PERSISTENCE_MS;
  while (performance.now() < end) {
    const answer = await SEND[door](patch, options).catch((): Answer => 'failed');
    if (answer !== 'failed') {
      return answer === 'acknowledged';
    }
    await delay(options.random.int(0, LONGEST_PAUSE_MS));
  }
  return false;
}

const SEND: { readonly [door in Door]: (patch: ChaosPatch, options: SendersOptions) => Promise<Answer> } = {
  dispatch: sendDispatch,
  http: sendRequest,
  mcp: callTool,
};

async function sendDispatch(patch: ChaosPatch, { apiUrl, githubToken }: SendersOptions): Promise<Answer> {
  const answer = await fetch(`${apiUrl}/repos/${patch.repository}/dispatches`, {
    ...post(githubToken, { event_type: 'ghost-patch', client_payload: payloadOf(patch) }),
  });
  await answer.body?.cancel();
  return answer.status === 204 ? 'acknowledged' : 'failed';
}

async function sendRequest(patch: ChaosPatch, options: SendersOptions): Promise<Answer> {
  const { servers, serverToken, random } = options;
  const query = new URLSearchParams({ repository: patch.repository });
  const answer = await fetch(
    `${random.pick(servers)}/api/patches?${query.toString()}`,
    post(serverToken, payloadOf(patch)),
  );
  await answer.body?.cancel();
  return answer.status === 202 ? 'acknowledged' : FINAL.has(answer.status) ? 'refused' : 'failed';
}

/** The patch itself is at fault, or somebody is in its way. */
const FINAL: ReadonlySet<number> = new Set([400, 409, 422]);

async function callTool(patch: ChaosPatch, options: SendersOptions): Promise<Answer> {
  const { servers, serverToken, random } = options;
  const client = new Client({ name: 'a-model', version: '1.0.0' });
  const transport = new StreamableHTTPClientTransport(new URL(`${random.pick(servers)}/mcp`), {
    requestInit: { headers: { authorization: `Bearer ${serverToken}` } },
  });
  try {
    await client.connect(transport);
    const { isError = false, content } = await client.callTool(
      { name: 'submit_patch', arguments: { ...payloadOf(patch), repository: patch.repository } },
      { timeout: PATIENCE_MS },
    );
    return isError
      ? /refused|in_the_way/.test(JSON.stringify(content))
        ? 'refused'
        : 'failed'
      : 'acknowledged';
  } finally {
    await client.close();
  }
}

function payloadOf({ id, changes }: ChaosPatch) {
  return { id, patch: { version: 1, title: `Change ${id}`, changes } };
}

function post(token: string, body: object): RequestInit {
  return {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  };
}
