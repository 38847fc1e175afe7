import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { dispatchOpenApiDocument } from '../../src/app/http/dispatch-openapi.ts';
import { type LocalGitHub, startLocalGitHub } from '../../src/local/github/server.ts';
import { GOOD } from '../../src/local/sample/patches.ts';
import { SHOP } from '../../src/local/sample/shop.ts';
import { recordRef } from '../../src/record/record.ts';
import { createPromises } from './promises.ts';

const document = dispatchOpenApiDocument({ version: '1.2.3' });
const promises = createPromises(document);

let github: LocalGitHub;
let token: string;
beforeAll(async () => {
  github = await startLocalGitHub();
  await github.createRepository('acme/shop', { files: SHOP });
  token = github.createToken({ login: 'shop-gpt', permissions: { contents: 'write', metadata: 'read' } });
  github.setRole('acme/shop', 'shop-gpt', 'write');
});
afterAll(() => github.close());

type Path = keyof typeof document.paths;

/** One request as the document has it, with the example's values in the path; its answer is held against it. */
async function request(path: Path, values: { readonly [name: string]: string }, body?: object) {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const method = body === undefined ? 'GET' : 'POST';
  const answer = await fetch(`${github.apiUrl}${filled}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const read: unknown = text === '' ? {} : JSON.parse(text);
  const { status, headers } = answer;
  promises.keep({ method, path: filled, status, type: headers.get('content-type'), body: read });
  return { status, body: read };
}

const isDispatch = new Ajv2020({ strict: false }).compile(document.components.schemas['Dispatch'] ?? false);

const PLACE = { owner: 'acme', repo: 'shop' };
const SEND = '/repos/{owner}/{repo}/dispatches';
const FIND = '/repos/{owner}/{repo}/git/ref/ghost/patches/{id}';
const READ = '/repos/{owner}/{repo}/git/commits/{sha}';

describe("the OpenAPI document for GitHub's API", () => {
  test('is valid as OpenAPI 3.1, and small', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document));
    expect(errors).toBeUndefined();
    expect([valid, validator.version]).toEqual([true, '3.1']);
    expect(Object.keys(document.paths)).toEqual([SEND, FIND, READ]);
  });

  test('is what GPT Actions take: short texts, and names for all that is used', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    for (const { summary, description } of operations) {
      expect([summary, description].filter((text) => text.length > MAX_TEXT)).toEqual([]);
    }
    const wanted = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)];
    expect(wanted.filter(([, name = '']) => !(name in document.components.schemas))).toEqual([]);
  });

  test('sends a patch that GitHub takes', async () => {
    const dispatch = { event_type: 'ghost-patch', client_payload: GOOD };
    expect(isDispatch(dispatch)).toBe(true);
    expect(await request(SEND, PLACE, dispatch)).toEqual({ status: 204, body: {} });
    const wrong = await request(SEND, PLACE, { client_payload: GOOD });
    expect(wrong.status).toBe(422);
    const unknown = await request(SEND, { ...PLACE, repo: 'none' }, dispatch);
    expect(unknown.status).toBe(404);
  });

  test('reads a record by two requests', async () => {
    const none = await request(FIND, { ...PLACE, id: 'cart-quantities' });
    expect(none.status).toBe(404);
    const tree = await github.git('acme/shop', 'rev-parse', 'main^{tree}');
    const message = 'Refused\n\nGhost-State: done\nGhost-Outcome: refused\n';
    const who = ['-c', 'user.name=bot', '-c', 'user.email=bot@example.com'];
    const commit = await github.git('acme/shop', ...who, 'commit-tree', tree.trim(), '-m', message);
    await github.git('acme/shop', 'update-ref', recordRef('cart-quantities'), commit.trim());
    const found = await request(FIND, { ...PLACE, id: 'cart-quantities' });
    expect(found.status).toBe(200);
    expect(found.body).toMatchObject({ object: { sha: commit.trim() } });
    const record = await request(READ, { ...PLACE, sha: commit.trim() });
    expect(record.status).toBe(200);
    expect(record.body).toMatchObject({ message: expect.stringContaining('Ghost-Outcome: refused') });
    expect((await request(READ, { ...PLACE, sha: '0'.repeat(40) })).status).toBe(404);
  });

  test('promises no answer that GitHub was not seen to give', () => {
    expect(promises.unseen()).toEqual([]);
  });
});

/** Characters of a summary or description that GPT Actions allow. */
const MAX_TEXT = 300;
