import { RE2JS } from 're2js';

/** The branches and tags that `push` of a workflow is for, as its file says them. */
export type PushFilter = {
  readonly branches?: readonly string[] | undefined;
  readonly 'branches-ignore'?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly 'tags-ignore'?: readonly string[] | undefined;
};

/**
 * Whether a branch of some patch passes, by what GitHub says of such patterns. Whoever sends a patch chooses its name. In
 * doubt one passes: what can't be read, what is longer than any name, and where GitHub's words leave two readings.
 */
export function letsPatchesThrough(filter: PushFilter): boolean {
  const { branches, 'branches-ignore': ignored, tags, 'tags-ignore': ignoredTags } = filter;
  if (branches === undefined && ignored === undefined) {
    return tags === undefined && ignoredTags === undefined;
  }
  const patterns = [...(branches ?? []), ...(ignored ?? [])];
  if (patterns.length > MOST_PATTERNS || patterns.some(({ length }) => length > LONGEST_PATTERN)) {
    return true;
  }
  const names = new Set([...USUAL, ...(branches ?? []).flatMap(namesLike)]);
  return READINGS.some((reading) => {
    try {
      const isIn = branches === undefined ? () => true : compile(branches, reading);
      const isOut = ignored === undefined ? () => false : compile(ignored, reading);
      return [...names].some((name) => isIn(name) && !isOut(name));
    } catch {
      return true;
    }
  });
}

/** Of one filter; people write a dozen. */
const MOST_PATTERNS = 100;

/** Characters; no ref on GitHub is longer. */
const LONGEST_PATTERN = 255;

/** Names that patches have; one begins with a letter, one with a digit. */
const USUAL: readonly string[] = ['ghost/some-patch', 'ghost/0'];

/** Branches of patches that a pattern may have been made for: they end as it does, behind its last slash or what may be one. */
function namesLike(pattern: string): readonly string[] {
  const pieces = piecesOf(pattern);
  const last = pieces.lastIndexOf('/') + 1;
  const rest = pieces.slice(last);
  const anything = rest.findIndex((piece) => piece.startsWith('**'));
  return [rest, ...(anything > 0 ? [rest.slice(anything)] : [])]
    .map((end) => `ghost/${end.map(sampleOf).join('')}`)
    .filter((name) => NAME.test(name));
}

/** What the branch of a patch may be called. */
const NAME = /^ghost\/[a-z0-9_][a-z0-9._-]*$/;

/** What is repeated once is there. */
function sampleOf(piece: string): string {
  if (piece.startsWith('*')) {
    return 'x';
  }
  return piece === '?' || piece === '+' ? '' : (/^[[\\](.)/su.exec(piece)?.[1] ?? piece);
}

/** `?` and `+` repeat what stands before them, as GitHub says, or are a letter and themselves, as elsewhere. */
type Reading = 'repeating' | 'plain';

const READINGS: readonly Reading[] = ['repeating', 'plain'];

/** The last pattern that a name matches decides; one that begins with `!` takes it away again. Throws for what is no pattern. */
function compile(patterns: readonly string[], reading: Reading): (name: string) => boolean {
  const rules = patterns.map((pattern) => {
    const takes = !pattern.startsWith('!');
    const pieces = piecesOf(takes ? pattern : pattern.slice(1));
    const expression = pieces.map((piece, at) => expressionOf(piece, at === 0 ? 'plain' : reading));
    return { takes, regex: RE2JS.compile(expression.join(''), RE2JS.DOTALL) };
  });
  return (name) => rules.findLast(({ regex }) => regex.testExact(name))?.takes === true;
}

function piecesOf(pattern: string): readonly string[] {
  return pattern.match(/\*+|\[[^\]]+\]|\\.|./gsu) ?? [];
}

/** `**` stands for anything wherever it stands, and not only for whole folders. */
function expressionOf(piece: string, reading: Reading): string {
  if (piece.startsWith('*')) {
    return piece === '*' ? '(?:[^/]*)' : '(?:.*)';
  }
  if (piece === '?' || piece === '+') {
    return reading === 'repeating' ? piece : { '?': '(?:[^/])', '+': '\\+' }[piece];
  }
  if (piece.startsWith('[') && piece.length > 1) {
    return `[${piece.slice(1, -1).replaceAll(/[^\p{L}\p{N}-]/gu, '\\$&')}]`;
  }
  return RE2JS.quote(piece.startsWith('\\') ? piece.slice(1) : piece);
}
