import { jsonPointer } from './problems.ts';
import type { Refusal } from './refusal.ts';

/** The repository that somebody says a patch is for. */
export type NamedRepository = {
  /** `owner/name`, as it was written. */
  readonly name: string;
  /** What stands behind it, such as in `acme/shop@main`. */
  readonly branch?: string;
  /** The keys that lead to it. */
  readonly at: readonly PropertyKey[];
};

/**
 * Where a patch goes, as `owner/name`; null: nobody knows here what the repository is called; ELSEWHERE: whoever it is handed
 * on to compares it.
 */
export type SentTo = string | null | typeof ELSEWHERE;

export const ELSEWHERE = Symbol('compared where it is handed on to');

/**
 * What is said to a patch that names its repository: another one must not be changed instead, and what nobody can compare is
 * told.
 */
export function heedRepositories(
  named: readonly NamedRepository[],
  sentTo: SentTo,
): { readonly refusals: readonly Refusal[]; readonly repairs: readonly string[] } {
  if (sentTo === ELSEWHERE) return { refusals: [], repairs: [] };
  if (sentTo === null) return { refusals: [], repairs: [...new Set(named.map(notCompared))] };
  const others = named.filter(({ name }) => name.toLowerCase() !== sentTo.toLowerCase());
  const branches = named.flatMap(({ branch }) => (branch === undefined ? [] : [branch]));
  return {
    refusals: others.map((other) => anotherRepository(other, sentTo)),
    repairs: [...new Set(branches)].map(
      (branch) => `The branch ${branch} behind the repository was passed over; \`base.branch\` names one`,
    ),
  };
}

/** For where it is not known what the repository is called. */
export function notCompared({ name }: NamedRepository): string {
  return `The repository ${name} was passed over, for what this one is called is not known here`;
}

function anotherRepository({ name, at }: NamedRepository, sentTo: string): Refusal {
  return {
    code: 'malformed',
    message: `The patch is for the repository ${name}, and was sent to ${sentTo}. Send it there, or leave the name out if ${sentTo} is meant.`,
    pointer: jsonPointer(at),
    data: { named: name, sentTo },
  };
}

/** A name or an address of a repository on GitHub; null: it is none that can be read as one. */
export function parseRepositoryName(text: string): Pick<NamedRepository, 'name' | 'branch'> | null {
  const trimmed = text.length > LONGEST ? '' : text.trim();
  const [, owner, rest = '', branch] = WRITTEN.exec(trimmed.replace(ADDRESS, '')) ?? [];
  const name = rest.replace(/\.git$/i, '');
  if (owner === undefined || name === '' || name === '.' || name === '..') return null;
  return { name: `${owner}/${name}`, ...(branch === undefined ? {} : { branch }) };
}

/** Characters; GitHub's own names, with a branch, have fewer. */
const LONGEST = 500;

/** What stands before the owner: `https://github.com/`, `git@github.com:`, `github.com/`, `github:`. */
const ADDRESS =
  /^(?:(?:git\+)?(?:https?|ssh|git):\/\/(?:[^\s/@]+@)?[\w.-]+(?::\d+)?\/|[\w-]+@[\w.-]+:|(?:www\.)?github\.com\/|github:)/i;

/** An owner's name has no dot, so that it is never a host. */
const WRITTEN = /^([\w-]+)\/([\w.-]+)(?:\/?|(?:@|#|:|\/tree\/)(\S+))$/;
