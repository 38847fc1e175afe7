import { describe, expect, test } from '@jest/globals';
import { readPatch } from '../../src/patch/read.ts';
import { parseRepositoryName } from '../../src/patch/repository-name.ts';

const PATCH = { version: 1, changes: [{ kind: 'write', path: 'a.txt', content: 'a\n' }] };

const WAYS: readonly [string, (owner: string, name: string) => object][] = [
  ['owner/name', (owner, name) => ({ repository: `${owner}/${name}` })],
  ['an address', (owner, name) => ({ repository: `https://github.com/${owner}/${name}` })],
  ['an address to clone', (owner, name) => ({ repo_url: `https://github.com/${owner}/${name}.git` })],
  ['an address of ssh', (owner, name) => ({ repository: `git@github.com:${owner}/${name}.git` })],
  [
    'an address of ssh as a URL',
    (owner, name) => ({ repository: `ssh://git@github.com/${owner}/${name}.git` }),
  ],
  ['an address without its scheme', (owner, name) => ({ repository: `github.com/${owner}/${name}/` })],
  ['another name', (owner, name) => ({ repo: `${owner}/${name}` })],
  ['two fields', (owner, name) => ({ owner, repo: name })],
  ["GitHub's object", (owner, name) => ({ repository: { full_name: `${owner}/${name}`, private: true } })],
  ["GitHub's object in parts", (owner, name) => ({ repository: { owner: { login: owner }, name } })],
  ["GraphQL's object", (owner, name) => ({ repository: { nameWithOwner: `${owner}/${name}` } })],
];

function read(beside: object, sentTo: string | null = 'acme/shop') {
  return readPatch({ value: { ...beside, patch: PATCH } }, undefined, sentTo);
}

describe.each(WAYS)('a repository that is named as %s', (_, write) => {
  test('is refused where the patch was sent to another one', () => {
    expect(read(write('acme', 'other'))).toMatchObject({
      ok: false,
      refusals: [
        {
          message: expect.stringContaining('is for the repository acme/other, and was sent to acme/shop'),
          data: { named: 'acme/other', sentTo: 'acme/shop' },
        },
      ],
    });
  });

  test('is no note where it is the one that the patch was sent to, in letters of either case', () => {
    expect(read(write('Acme', 'SHOP'))).toMatchObject({ ok: true, repairs: [] });
  });

  test('is told where nobody knows what the repository is called', () => {
    expect(read(write('acme', 'other'), null)).toMatchObject({
      ok: true,
      repairs: [expect.stringContaining('The repository acme/other was passed over')],
    });
  });

  test('is compared in the patch itself too', () => {
    const value = { ...PATCH, ...write('acme', 'other') };
    expect(readPatch({ value }, undefined, 'acme/shop')).toMatchObject({ ok: false });
    expect(readPatch({ text: JSON.stringify(value) }, undefined, 'acme/other')).toMatchObject({
      ok: true,
      repairs: [],
    });
  });
});

test('the digest of a patch is the same whatever repository is named beside it', () => {
  expect(read({ repository: 'acme/shop' })).toMatchObject({ digest: readPatch({ value: PATCH }).digest });
});

test.each([
  'our shop',
  'shop',
  '',
  '../x',
  'acme/..',
  'acme/shop/issues',
  'acme /shop',
  7,
  ['acme/other'],
  null,
])('what can not be read as a repository is passed over with a note: %j', (repository) => {
  const result = read({ repository });
  expect(result).toMatchObject({ ok: true, repairs: [expect.stringContaining('`repository`')] });
});

test('a branch behind the repository is told as passed over', () => {
  for (const repository of ['acme/shop@main', 'https://github.com/acme/shop/tree/main']) {
    expect(read({ repository })).toMatchObject({
      ok: true,
      repairs: [expect.stringContaining('The branch main behind the repository was passed over')],
    });
  }
  expect(read({ repository: 'acme/other@main' })).toMatchObject({ ok: false });
});

test('a name that is made to be slow is none before long', () => {
  const started = performance.now();
  for (const part of ['a', 'a/', 'a@', '.git', 'https://', ':1', '-.']) {
    expect(parseRepositoryName(`https://${part.repeat(500_000)}`)).toBeNull();
    for (let turn = 0; turn < 100; turn += 1) parseRepositoryName(part.repeat(490 / part.length));
  }
  expect(performance.now() - started).toBeLessThan(1_000);
});
