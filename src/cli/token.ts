import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { isUsable, makeCallback, makeSigningSecret, makeToken } from '../app/sender-token.ts';
import { callbackRule, storePlace } from '../app/settings.ts';
import { checkCallbackUrl } from '../io/callback-address.ts';
import { openStore } from '../io/store/open.ts';
import { isPostgres, storeName } from '../io/store/place.ts';
import { isSenderName } from '../patch/sender-name.ts';
import { oneLine } from '../report/untrusted/visible.ts';
import type { CallbackAddress, CallbackState } from '../stages/callback/callbacks.ts';
import type { Store, Token } from '../stages/intake/store.ts';
import { jsonLine } from './json-line.ts';
import { serverEnvironment } from './server-environment.ts';

export type TokenOptions = {
  readonly sender: string;
  readonly login?: string;
  readonly repo: readonly string[];
  readonly perMinute: string;
  readonly perDay: string;
  readonly days?: string;
  readonly callback?: string;
  readonly json: boolean;
};

/** Makes a token and shows it, this once, with what its callbacks are signed with. */
export async function makeTokenCommand(options: TokenOptions): Promise<number> {
  const now = new Date();
  const { sender, login, repo, perMinute, perDay, days } = options;
  const callback = readCallback(options.callback);
  // The mark of a bot is GitHub's, and a full stop would be that of the sentence in which it is named.
  if (!isSenderName(sender) || /[.\]]$/.test(sender)) {
    throw new Error(
      '--sender must be a name of letters, digits, dots, dashes and underscores, and not end with a dot',
    );
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
      repositories: repo,
      perMinute: readCount('--per-minute', perMinute),
      perDay: readCount('--per-day', perDay),
      ...(days === undefined
        ? {}
        : { expiresAt: new Date(now.getTime() + readCount('--days', days) * DAY_MS).toISOString() }),
    },
    now,
  );
  const place = storePlace(serverEnvironment());
  const isNew = !isThere(place);
  await withStore(place, (store) => store.tokens.add(token, callback));
  const { id, repositories } = token;
  const signing = callback === undefined ? {} : { callbackSecret: callback.secret };
  process.stdout.write(
    options.json
      ? `${jsonLine({ id, secret, sender, repositories, ...signing })}\n`
      : [secret, ...Object.values(signing)].map((line) => `${line}\n`).join(''),
  );
  const both = callback === undefined ? '' : ' With it comes what callbacks are signed with.';
  process.stderr.write(`This is shown once.${both} ${id} names it for ghost-runner token revoke.\n`);
  if (isNew) {
    process.stderr.write(
      `It is in a new store, ${oneLine(resolve(place))}, and known only to a server with that one; ${OTHER_STORE}.\n`,
    );
  }
  return 0;
}

export async function listTokensCommand(options: { readonly json: boolean }): Promise<number> {
  const { tokens, callbacks } = await withKeptStore(async ({ tokens, callbacks }) => ({
    tokens: await tokens.list(),
    callbacks: new Map((await callbacks.list()).map(({ token, ...state }) => [token, state])),
  }));
  const lines = tokens.map((token) => {
    const callback = callbacks.get(token.id);
    const { hash: _hash, ...shown } = token;
    return options.json
      ? jsonLine({ ...shown, ...(callback === undefined ? {} : { callback }) })
      : [...describe(token), ...(callback === undefined ? [] : describeCallback(callback))].join('\t');
  });
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  if (tokens.length === 0) {
    process.stderr.write(`There is no token in ${storeShown()} yet; ghost-runner token make makes one.\n`);
  }
  return 0;
}

export type CallbackOptions = {
  readonly url?: string;
  readonly newSecret: boolean;
  readonly json: boolean;
};

/** Switches the callbacks of a token on, with what the options change; a new signing secret is shown, this once. */
export async function changeCallbackCommand(id: string, options: CallbackOptions): Promise<number> {
  const { url, newSecret, json } = options;
  checkCallback('--url', url);
  const secret = makeSigningSecret();
  const held = await withKeptStore((store) =>
    store.callbacks.readdress(id, { ...(url === undefined ? {} : { url }), secret, newSecret }),
  );
  if (held === null) {
    throw new Error(
      `${id} is no token in use in ${storeShown()}, or has no address yet; ghost-runner token list shows them, and --url gives it one`,
    );
  }
  const isNew = held.secret === secret;
  process.stdout.write(
    json
      ? `${jsonLine({ id, url: held.url, ...(isNew ? { callbackSecret: secret } : {}) })}\n`
      : isNew
        ? `${secret}\n`
        : '',
  );
  const shown = isNew ? ' They are signed with a new secret, which is shown once.' : '';
  process.stderr.write(`Callbacks of ${id} go to ${oneLine(held.url)} from now on.${shown}\n`);
  return 0;
}

export async function revokeTokenCommand(id: string, options: { readonly json: boolean }): Promise<number> {
  if (!(await withKeptStore((store) => store.tokens.revoke(id, new Date())))) {
    throw new Error(
      `${id} is no token that could be revoked in ${storeShown()}; ghost-runner token list shows those; ${OTHER_STORE}`,
    );
  }
  process.stdout.write(options.json ? `${jsonLine({ id, revoked: true })}\n` : `${id} is revoked\n`);
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

function readCallback(url: string | undefined): CallbackAddress | undefined {
  if (url === undefined) {
    return undefined;
  }
  checkCallback('--callback', url);
  return makeCallback(url);
}

function checkCallback(option: string, url: string | undefined): void {
  const wrong = url === undefined ? null : checkCallbackUrl(url, callbackRule(serverEnvironment()));
  if (wrong !== null) {
    throw new Error(`${option} ${wrong}`);
  }
}

/** Where there is none, an empty one would say of every token that it does not exist. */
async function withKeptStore<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
  const place = storePlace(serverEnvironment());
  if (!isThere(place)) {
    throw new Error(`there is no store at ${oneLine(resolve(place))}; ${OTHER_STORE}`);
  }
  return await withStore(place, work);
}

/** The store that was looked into, as it may be shown. */
function storeShown(): string {
  const place = storePlace(serverEnvironment());
  return oneLine(isPostgres(place) ? storeName(place) : resolve(place));
}

const OTHER_STORE =
  'where the server keeps another one, run this in its folder, or set GHOST_STORE or DATABASE_URL as it has them';

function isThere(place: string): boolean {
  return isPostgres(place) || existsSync(place);
}

async function withStore<Result>(place: string, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore(place);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function describe(token: Token): readonly string[] {
  const { id, sender, login = '-', repositories, perMinute, perDay, expiresAt } = token;
  const state = isUsable(token, new Date())
    ? expiresAt === undefined
      ? 'usable'
      : `until ${expiresAt}`
    : 'ended';
  return [id, sender, login, state, `${perMinute}/min`, `${perDay}/day`, repositories.join(',')];
}

/** Its address, what is left of it to tell, and what the last attempt failed at. */
function describeCallback({
  url,
  waiting,
  givenUp,
  problem,
  disabledAt,
}: Omit<CallbackState, 'token'>): readonly string[] {
  const left = `${waiting} waiting, ${givenUp} given up`;
  const ended = disabledAt === undefined ? [] : [`off since ${disabledAt}`];
  return [url, left, ...ended, ...(problem === undefined ? [] : [problem])];
}
