import { createOctokit } from '../../io/github/client.ts';
import { oneLine } from '../../report/untrusted/visible.ts';
import { readIdentity } from '../app-identity.ts';
import { parsePlace } from '../dispatch.ts';
import { type Found, findOfApp, findOfToken } from './find-repositories.ts';
import { readPatches } from './read-patches.ts';
import { describeListing, listingJson } from './show.ts';

export type ListOptions = {
  /** As `owner/name`; absent where all are meant. */
  readonly repo?: readonly string[];
  readonly all: boolean;
  /** Not with a token, but as the App of the server. */
  readonly app: boolean;
  readonly token?: string;
  readonly apiUrl: string;
  readonly limit?: string;
  readonly json: boolean;
};

/** Lists the patches of repositories, in the order of their names; 1 where one of them could not be read. */
export async function listCommand(options: ListOptions): Promise<number> {
  const limit = readLimit(options);
  const wanted = (await findWanted(options)).toSorted((one, other) =>
    one.repository < other.repository ? -1 : 1,
  );
  const failed: string[] = [];
  let patches = 0;
  for await (const listing of readPatches(wanted)) {
    const shown = { ...listing, limit, now: new Date().toISOString() };
    process.stdout.write(options.json ? listingJson(shown) : describeListing(shown, process.stdout.columns));
    if (listing.ok) {
      patches += listing.records.length;
    } else {
      failed.push(listing.repository);
      const why = oneLine(`${listing.repository} can not be listed. ${listing.problem}`);
      process.stderr.write(`ghost-runner: ${why}\n`);
    }
  }
  if (!options.json && patches === 0 && failed.length === 0) {
    process.stdout.write(`No patch was handled in ${countRepositories(wanted.length)} yet.\n`);
  }
  if (failed.length === 0) {
    return 0;
  }
  if (wanted.length === 1) {
    return 1;
  }
  process.stderr.write(
    `ghost-runner: ${failed.length} of ${countRepositories(wanted.length)} could not be read, so this is not everything\n`,
  );
  return 1;
}

function findWanted({ repo, app, token, apiUrl }: ListOptions): Promise<readonly Found[]> {
  if (app) {
    const identity = readIdentity();
    if (identity === null) {
      throw new Error('no App: set APP_ID, and PRIVATE_KEY or PRIVATE_KEY_PATH, as serve has them');
    }
    return findOfApp(identity, apiUrl);
  }
  if (!token) {
    throw new Error(
      'no token: set GITHUB_TOKEN or give --token, with contents: read, such as what gh auth token prints',
    );
  }
  if (repo === undefined) {
    return findOfToken(token, apiUrl);
  }
  repo.forEach(parsePlace);
  const octokit = createOctokit({ token, apiUrl });
  return Promise.resolve(repo.map((repository) => ({ repository, octokit })));
}

/** What people look through at once. */
const DEFAULT_LIMIT = 20;

/** A repository with more is not read at all. */
const MAX_LIMIT = 20_000;

function readLimit({ limit: text, json }: ListOptions): number {
  if (text === undefined) {
    return json ? MAX_LIMIT : DEFAULT_LIMIT;
  }
  const limit = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > MAX_LIMIT) {
    throw new Error(`--limit must be a whole number from 1 to ${MAX_LIMIT}, not ${text}`);
  }
  return limit;
}

function countRepositories(count: number): string {
  return count === 1 ? '1 repository' : `${count} repositories`;
}
