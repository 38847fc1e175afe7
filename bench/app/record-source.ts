import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import type { LocalGitHub } from '../../src/local/github/server.ts';
import type { PatchRecord } from '../../src/record/record.ts';
import { formatRecord } from '../../src/record/text.ts';

/** Stands before a GitHub and makes up the records of patches; everything else is passed on. */
export type RecordSource = { readonly apiUrl: string; close(): void };

/** So many records in each repository, a page of them soon and from nowhere: git would take minutes for them. */
export async function startRecordSource(github: LocalGitHub, records: number): Promise<RecordSource> {
  const message = recordMessage();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    const asked = refsQuery.safeParse(request.method === 'POST' ? parse(body) : null);
    if (asked.success) {
      const { name, after, first } = asked.data.variables;
      const refs = page({ name, from: Number(after ?? 0), count: first, of: records, message });
      await delay(PAGE_MS);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ data: { repository: { refs } } }));
      return;
    }
    await passOn(`${github.url}${request.url}`, { request, response, body });
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(new Error(String(error))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('the server has no port');
  }
  return {
    apiUrl: github.apiUrl.replace(github.url, `http://127.0.0.1:${address.port}`),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function passOn(
  url: string,
  given: { readonly request: IncomingMessage; readonly response: ServerResponse; readonly body: string },
): Promise<void> {
  const { request, response, body } = given;
  const headers = Object.entries(request.headers).filter(([name]) => PASSED_ON.has(name));
  const answer = await fetch(url, {
    method: request.method ?? 'GET',
    headers: headers.map(([name, value]): [string, string] => [name, String(value)]),
    ...(body === '' ? {} : { body }),
  });
  const type = answer.headers.get('content-type');
  response.writeHead(answer.status, type === null ? {} : { 'content-type': type });
  response.end(await answer.text());
}

const PASSED_ON: ReadonlySet<string> = new Set(['accept', 'authorization', 'content-type', 'user-agent']);

/** Milliseconds of one page; GitHub takes some hundred. */
const PAGE_MS = 25;

const refsQuery = z.object({
  query: z.string().startsWith('query Refs'),
  variables: z.object({
    prefix: z.literal('refs/ghost/patches/'),
    name: z.string(),
    first: z.number(),
    after: z.string().nullable(),
  }),
});

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

type Page = {
  readonly name: string;
  readonly from: number;
  readonly count: number;
  readonly of: number;
  readonly message: string;
};

function page({ name, from, count, of, message }: Page) {
  const end = Math.min(of, from + count);
  const nodes = Array.from({ length: end - from }, (_, offset) => {
    const index = from + offset;
    const id = `patch-${String(index).padStart(6, '0')}`;
    const oid = `${index.toString(16).padStart(8, '0')}${Buffer.from(name).toString('hex')}`
      .padEnd(40, '0')
      .slice(0, 40);
    return {
      prefix: 'refs/ghost/patches/',
      name: id,
      target: {
        oid,
        tree: { oid: TREE },
        message: message.replaceAll(PLACEHOLDER, id),
        committedDate: new Date(FIRST_AT + index * SPACING_MS).toISOString(),
      },
    };
  });
  return { nodes, pageInfo: { hasNextPage: end < of, endCursor: String(end) } };
}

const TREE = '1'.repeat(40);
const PLACEHOLDER = 'patch-000000';
const FIRST_AT = Date.parse('2026-01-01T00:00:00Z');
const SPACING_MS = 60_000;

/** What the record of a patch with a pull request usually holds. */
function recordMessage(): string {
  const at = new Date(FIRST_AT).toISOString();
  const record: PatchRecord = {
    version: 1,
    id: PLACEHOLDER,
    digest: 'd'.repeat(64),
    title: 'Count quantities in the cart total',
    sender: 'shop-gpt',
    state: 'done',
    receivedAt: at,
    attempt: 1,
    run: { id: 1, attempt: 1, url: 'https://github.example/acme/shop/actions/runs/1' },
    startedAt: at,
    deadline: at,
    base: { branch: 'main', sha: 'b'.repeat(40) },
    tree: TREE,
    plan: {
      changes: [
        { path: 'src/cart.js', action: 'modify', added: 1, removed: 1 },
        { path: 'test/cart.test.js', action: 'modify', added: 4, removed: 0 },
      ],
      notes: [],
      labels: ['ghost-runner'],
      reviewers: [],
      draft: false,
    },
    head: 'e'.repeat(40),
    pullRequest: { number: 7, url: 'https://github.example/acme/shop/pull/7' },
    outcome: {
      kind: 'opened',
      pullRequest: { number: 7, url: 'https://github.example/acme/shop/pull/7' },
      tests: {
        verdict: 'passed',
        sha: 'e'.repeat(40),
        command: 'npm test',
        exitCode: 0,
        seconds: 12,
        failingLines: [],
        tail: '',
        outputBytes: 0,
      },
    },
    steps: [
      { stage: 'apply', at, seconds: 4 },
      { stage: 'test', at, seconds: 12 },
      { stage: 'publish', at, seconds: 5 },
    ],
    warnings: [],
  };
  return formatRecord(record, { headline: 'A pull request is open', detail: 'Its tests have passed.' });
}
