import type { Octokit } from '@octokit/rest';
import type { EntryAnswer, StateAnswer } from './answers.ts';
import { ask } from './graphql.ts';
import { FILES_PER_QUERY, filesQuery, type Place } from './snapshot-query.ts';

/** A commit, with the first FILES_PER_QUERY entries by position. */
export type CommitState = StateAnswer & Required<Pick<StateAnswer, 'oid' | 'tree'>>;

/** By path; those that exist. */
export type Entries = ReadonlyMap<string, EntryAnswer>;

/** Null for what is no commit. */
export function commitOnly(answer: StateAnswer | null | undefined): CommitState | null {
  const { oid, tree } = answer ?? {};
  return oid === undefined || tree === undefined ? null : { ...answer, oid, tree };
}

/**
 * What each of these commits holds of `paths`, in the order of `states`. The first entries are there already; the rest
 * is asked of the same commits, wherever their branches are by now.
 */
export async function readEntries(
  octokit: Octokit,
  place: Place,
  { states, paths, besides }: Wanted,
): Promise<readonly Entries[]> {
  const commits = states.filter((state) => state !== null);
  const chunks = commits.length === 0 ? [] : chunk(paths.slice(FILES_PER_QUERY));
  const query = (some: readonly string[]) =>
    filesQuery(place, { commits: commits.map(({ oid }) => oid), paths: some, besides });
  const answers = await Promise.all(chunks.map(async (some) => (await ask(octokit, query(some))).repository));
  return states.map((state) => {
    if (state === null) return new Map();
    const further = answers.map((answer, index) =>
      entriesOf(answer[`o${commits.indexOf(state)}`], chunks[index] ?? []),
    );
    return new Map([entriesOf(state, paths.slice(0, FILES_PER_QUERY)), ...further].flat());
  });
}

type Wanted = {
  readonly states: readonly (CommitState | null)[];
  readonly paths: readonly string[];
  readonly besides: readonly string[] | undefined;
};

/** Paths of all that the listed folders hold, the root's among them. */
export function besideOf(state: CommitState | null, entries: Entries): readonly string[] {
  const inRoot = (state?.tree.entries ?? []).map(({ name }) => name);
  const below = [...entries].flatMap(([path, { object }]) =>
    (object?.entries ?? []).map(({ name }) => `${path}/${name}`),
  );
  return [...inRoot, ...below];
}

function chunk(paths: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(paths.length / FILES_PER_QUERY) }, (_, index) => {
    return paths.slice(index * FILES_PER_QUERY, (index + 1) * FILES_PER_QUERY);
  });
}

function entriesOf(
  state: StateAnswer | null | undefined,
  paths: readonly string[],
): readonly (readonly [string, EntryAnswer])[] {
  return paths.flatMap((path, index) => {
    const entry = state?.[`f${index}`];
    return entry ? [[path, entry] as const] : [];
  });
}
