import type { Octokit } from '@octokit/rest';
import type { Oid } from '../../stages/ports.ts';
import type { EntryAnswer, StateAnswer } from './answers.ts';
import { ask } from './graphql.ts';
import { FILES_PER_QUERY, filesQuery, type Place } from './snapshot-query.ts';

/** A commit, with the first FILES_PER_QUERY entries by position. */
export type CommitState = StateAnswer & { readonly oid: Oid; readonly tree: { readonly oid: Oid } };

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
  { states, paths }: { readonly states: readonly (CommitState | null)[]; readonly paths: readonly string[] },
): Promise<readonly Entries[]> {
  const commits = states.filter((state) => state !== null);
  const chunks = commits.length === 0 ? [] : chunk(paths.slice(FILES_PER_QUERY));
  const query = (some: readonly string[]) =>
    filesQuery(
      place,
      commits.map(({ oid }) => oid),
      some,
    );
  const answers = await Promise.all(chunks.map(async (some) => (await ask(octokit, query(some))).repository));
  return states.map((state) => {
    if (state === null) return new Map();
    const further = answers.map((answer, index) =>
      entriesOf(answer[`o${commits.indexOf(state)}`], chunks[index] ?? []),
    );
    return new Map([entriesOf(state, paths.slice(0, FILES_PER_QUERY)), ...further].flat());
  });
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
