import { isUsable, makeToken } from '../app/sender-token.ts';
import { storePlace } from '../app/settings.ts';
import { openStore } from '../io/store/open.ts';
import type { Store, Token } from '../stages/intake/store.ts';

export type TokenOptions = {
  readonly sender: string;
  readonly login?: string;
  readonly repo: readonly string[];
  readonly perMinute: string;
  readonly perDay: string;
  readonly days?: string;
  readonly json: boolean;
};

/** Makes a token and shows it, this once. */
export async function makeTokenCommand(options: TokenOptions): Promise<number> {
  const now = new Date();
  const { sender, login, repo, perMinute, perDay, days } = options;
  if (!/^[\w.-]{1,100}$/.test(sender)) {
    throw new Error('--sender must be a name of letters, digits, dots, dashes and underscores');
  }
  if (login !== undefined && !/^[\w-]{1,39}$/.test(login)) {
    throw new Error(`--login must be the GitHub login of a person, not ${login}`);
  }
  const wrong = repo.find((name) => !/^[\w.-]+\/[\w.-]+$/.test(name));
  if (wrong !== undefined) {
    throw new Error(`--repo must be owner/name, not ${wrong}`);
  }
  const { token, secret } = makeToken(
    {
      sender,
      ...(login === undefined ? {} : { login }),
      repositories: [...new Set(repo)],
      perMinute: readCount('--per-minute', perMinute),
      perDay: readCount('--per-day', perDay),
      ...(days === undefined
        ? {}
        : { expiresAt: new Date(now.getTime() + readCount('--days', days) * DAY_MS).toISOString() }),
    },
    now,
  );
  await withStore((store) => store.tokens.add(token));
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ id: token.id, secret, sender, repositories: token.repositories })}\n`
      : `${secret}\n`,
  );
  process.stderr.write(`This is shown once. ${token.id} names it for ghost-runner token revoke.\n`);
  return 0;
}

export async function listTokensCommand(options: { readonly json: boolean }): Promise<number> {
  const tokens = await withStore((store) => store.tokens.list());
  const lines = options.json
    ? tokens.map(({ hash: _hash, ...shown }) => JSON.stringify(shown))
    : tokens.map(describe);
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  return 0;
}

export async function revokeTokenCommand(id: string): Promise<number> {
  if (!(await withStore((store) => store.tokens.revoke(id, new Date())))) {
    throw new Error(`${id} is no token that could be revoked; ghost-runner token list shows them`);
  }
  process.stdout.write(`${id} is revoked\n`);
  return 0;
}

const DAY_MS = 86_400_000;

/** Larger ones are no limits, and no dates. */
const MAX_COUNT = 1_000_000;

function readCount(option: string, text: string): number {
  const count = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > MAX_COUNT) {
    throw new Error(`${option} must be a whole number from 1 to ${MAX_COUNT}, not ${text}`);
  }
  return count;
}

async function withStore<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore(storePlace(process.env));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function describe(token: Token): string {
  const { id, sender, login = '-', repositories, perMinute, perDay, expiresAt } = token;
  const state = isUsable(token, new Date())
    ? expiresAt === undefined
      ? 'usable'
      : `until ${expiresAt}`
    : 'ended';
  return [id, sender, login, state, `${perMinute}/min`, `${perDay}/day`, repositories.join(',')].join('\t');
}
