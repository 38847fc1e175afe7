import type { Refusal } from '../patch/refusal.ts';
import { addedLines } from './added-lines.ts';

/** What looks like a secret in a text, and where: offsets of its first character and after its last one. */
export type FoundSecret = {
  /** In words, such as `github token`. */
  readonly kind: string;
  readonly start: number;
  readonly end: number;
};

/** A secret of a file, and the first line of it that the patch adds, from 1. */
export type AddedSecret = { readonly kind: string; readonly path: string; readonly line: number };

/**
 * Those secrets of a file of which the patch adds a line. What stood there before is no news, and a patch that takes
 * a secret out must pass. `before` is the file's text without the patch; null: there was none.
 */
export function addedSecrets(
  path: string,
  { before, after }: { readonly before: string | null; readonly after: string },
  found: readonly FoundSecret[],
): readonly AddedSecret[] {
  if (found.length === 0) {
    return [];
  }
  const isAdded = addedLines(before ?? '', after);
  const starts = lineStarts(after);
  return found.flatMap(({ kind, start, end }) => {
    const [first, last] = [lineAt(starts, start), lineAt(starts, Math.max(start, end - 1))];
    for (let line = first; line <= last; line += 1) {
      if (isAdded[line - 1] === true) return [{ kind, path, line }];
    }
    return [];
  });
}

/**
 * Those secrets in the text of a patch that stand in none of these files. Marks of a diff, quotes and line ends may come
 * between the letters of one, so that only letters and digits are compared.
 */
export function unknownSecrets(
  text: string,
  found: readonly FoundSecret[],
  files: readonly string[],
): readonly FoundSecret[] {
  const known = files.map(lettersOf);
  const length = known.reduce((sum, { length: letters }) => sum + letters, 0);
  const compared = new Map<string, boolean>();
  return found.filter(({ start, end }) => {
    const letters = lettersOf(text.slice(start, end));
    if (!compared.has(letters)) {
      const isCheap = compared.size * length <= MAX_COMPARED;
      compared.set(letters, isCheap && known.some((file) => file.includes(letters)));
    }
    return compared.get(letters) !== true;
  });
}

/** Characters that are looked through for all secrets together, about a second; what is left then counts as unknown. */
const MAX_COMPARED = 1_000_000_000;

function lettersOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** One refusal for each place; none shows the secret. */
export function secretRefusals(secrets: readonly AddedSecret[]): readonly Refusal[] {
  const places = new Map(secrets.map((secret) => [`${secret.path}\0${secret.line}\0${secret.kind}`, secret]));
  return [...places.values()].map(({ kind, path, line }) => ({
    code: 'secret_found',
    message: `Line ${line} of ${path} would hold what looks like a secret (${kind}). ${REVOKE} Send the patch without it, or ask a maintainer to name the file in policy.secrets.except-paths if it is none.`,
    path,
    data: { rule: 'policy.secrets', kind, line },
  }));
}

/** For secrets in a title, a description, or whatever else of the patch becomes no line of a file. */
export function secretWordsRefusal(found: readonly FoundSecret[]): readonly Refusal[] {
  const [first] = found;
  return first === undefined
    ? []
    : [
        {
          code: 'secret_found',
          message: `The words of the patch beside its changes hold what looks like a secret (${first.kind}). ${REVOKE} Send the patch without it.`,
          data: { rule: 'policy.secrets', kind: first.kind },
        },
      ];
}

/** For secrets in names of files that commands make: where such a file lies is its name, which no refusal may show. */
export function secretNameRefusal(found: readonly FoundSecret[]): readonly Refusal[] {
  const [first] = found;
  return first === undefined
    ? []
    : [
        {
          code: 'secret_found',
          message: `The name of a file would hold what looks like a secret (${first.kind}). ${REVOKE} Give the file another name, or ask a maintainer to name its folder in policy.secrets.except-paths if it is none.`,
          data: { rule: 'policy.secrets', kind: first.kind },
        },
      ];
}

/** Refusing keeps it out of the branch and the record; whoever could read the delivery has read it. */
const REVOKE = 'It was not kept; if it is real, revoke it, because it was sent.';

/** Offsets at which lines begin. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) {
    starts.push(end + 1);
  }
  return starts;
}

/** The line that holds an offset, from 1. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
