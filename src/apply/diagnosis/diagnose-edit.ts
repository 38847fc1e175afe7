import type { HunkLine } from '../../patch/hunk.ts';
import type { Refusal } from '../../patch/refusal.ts';
import { firstPlaceIn, placesIn } from '../edit/text-search.ts';
import { changedLines } from '../locate/sharpen.ts';
import {
  affordable,
  blockCandidates,
  type Candidate,
  linesData,
  linesText,
  SHOWN_CANDIDATES,
} from './candidates.ts';
import { countOf } from './describe.ts';
import { mixedGaps } from './diagnose.ts';
import { explainMissing, hasNearest } from './explain.ts';
import type { Scene } from './scene.ts';

/** A text of an `edit` or a match of a `regex`, with the line ends that decoded text has. */
export type Replaced = { readonly start: number; readonly end: number; readonly text: string };

/** Why a change that counts what it finds can't be made. */
export type EditFailure =
  | (Texts & { readonly status: 'not_found' })
  /** Whole lines that are there in several places, none of them quite as they were sent; positions from 0. */
  | (Texts & { readonly status: 'ambiguous'; readonly positions: readonly number[] })
  /** Found, but not as often as announced. `positions`: the line of each, from 0, ascending. */
  | {
      readonly status: 'miscount';
      readonly by: 'text' | 'expression';
      readonly count: number;
      readonly positions: readonly number[];
      /** The first of them, asked for only if there is room to show them. */
      readonly found: () => readonly Replaced[];
    }
  /** `line` says several times that lines are left out, and nothing tells which of them stay where. */
  | { readonly status: 'mixed_gaps'; readonly line: string }
  | { readonly status: 'too_repetitive' };

type Texts = { readonly find: string; readonly replace: string };

/** The refusal for an edit that failed; its pointer is relative to the change. */
export function diagnoseEdit(failure: EditFailure, scene: Scene): Refusal {
  const base = { path: scene.path, pointer: '/find' };
  switch (failure.status) {
    case 'not_found':
      return { ...base, ...notFound(failure, scene) };
    case 'ambiguous':
      return { ...base, ...ambiguous(failure, scene) };
    case 'miscount':
      return { ...base, ...miscount(failure, scene) };
    case 'mixed_gaps':
      return { ...base, ...mixedGaps(`The edit of ${scene.path}`, failure.line) };
    case 'too_repetitive':
      return {
        ...base,
        code: 'too_large',
        message: `The text to replace occurs too often in ${scene.path} to look at all places. Send more of the text around it.`,
      };
  }
}

/** As many places of a literal text as a refusal shows. */
export function literalPlaces(text: string, { find, replace }: Texts): readonly Replaced[] {
  const found: Replaced[] = [];
  for (const at of placesIn(text, find)) {
    found.push({ start: at, end: at + find.length, text: replace });
    if (found.length === SHOWN_CANDIDATES) break;
  }
  return found;
}

type Told = Pick<Refusal, 'code' | 'message' | 'data'>;

function notFound({ find, replace }: Extract<EditFailure, { status: 'not_found' }>, scene: Scene): Told {
  const missing = `The text to replace is not in ${scene.path}`;
  const [explanation] = explainMissing(scene, [
    { lines: linesOf({ find, replace }), part: find.includes('\n') ? undefined : { find, replace } },
  ]);
  const { sentence = '', data = {} } = explanation ?? {};
  const isAsked = scene.effort.explanations >= 0 && hasWord(replace);
  const done = isAsked ? firstPlaceIn(scene.text(), replace) : null;
  if (done === null) return { code: 'not_found', message: `${missing}. ${sentence}`, data };
  const line = scene.lineAt(done) + 1;
  const message = `${missing}, but the new text is, at line ${line}. If it is done already, leave the change out.${hasNearest(data) ? ` ${sentence}` : ''}`;
  return { code: 'not_found', message, data: { ...data, replacementAt: line } };
}

/** The edit as lines that stay, go and come, so that only what it changes counts as changed. */
function linesOf({ find, replace }: Texts): readonly HunkLine[] {
  const [before, after] = [find.split('\n'), replace === '' ? [] : replace.split('\n')];
  if (before.at(-1) === '' && (after.length === 0 || after.at(-1) === '')) {
    before.pop();
    after.pop();
  }
  return changedLines(before, after);
}

function hasWord(text: string): boolean {
  return /[\p{L}\p{N}_]{3}/u.test(text);
}

function ambiguous(
  { find, replace, positions }: Extract<EditFailure, { status: 'ambiguous' }>,
  scene: Scene,
): Told {
  const message = `The text to replace is not in ${scene.path} as it was sent, but lines like it are, at ${linesText(positions)}, and nothing tells which are meant. Send the lines as they stand there, with more of the lines around them.`;
  const candidates = () => blockCandidates(scene, { lines: linesOf({ find, replace }), positions });
  return { code: 'ambiguous', message, data: { ...linesData(positions), ...affordable(scene, candidates) } };
}

function miscount(
  { by, count, positions, found }: Extract<EditFailure, { status: 'miscount' }>,
  scene: Scene,
): Told {
  const candidates = () =>
    found()
      .slice(0, SHOWN_CANDIDATES)
      .map((one) => candidateOf(one, scene));
  const data = { ...linesData(positions), expected: count, ...affordable(scene, candidates) };
  const { finds, widen } = WORDS[by];
  const occurs = `${finds} ${countOf(positions.length, 'time')} in ${scene.path}, at ${linesText(positions)}`;
  if (positions.length < count) {
    const message = `${occurs}, and ${count} were announced. Correct the count, or the ${by}.`;
    return { code: 'not_found', message, data };
  }
  const wanted =
    count === 1
      ? `nothing tells which is meant. ${widen}, or`
      : `${count} were announced. Correct the count, or`;
  return { code: 'ambiguous', message: `${occurs}, and ${wanted} set count to "all".`, data };
}

const WORDS = {
  text: { finds: 'The text to replace occurs', widen: 'Send more of the text around it' },
  expression: { finds: 'The expression matches', widen: 'Let it match more of the text around' },
} as const;

/** The whole lines around a found text, and what replacing it would make of them. */
function candidateOf({ start, end, text }: Replaced, scene: Scene): Candidate {
  const from = scene.lineAt(start);
  const to = scene.lineAt(Math.max(start, end - 1)) + 1;
  const before = scene.text().slice(scene.offsetOf(from), start);
  const after = scene.text().slice(end, scene.offsetOf(to));
  const isWide = before.length + after.length > MAX_AROUND;
  const lines = `${before}${text}${after}`;
  const whole = lines.endsWith('\n') ? lines.slice(0, -1) : lines;
  return { from, to, rewrite: isWide ? null : { from, to, lines: lines === '' ? [] : whole.split('\n') } };
}

/** Characters on the lines of a found text that a correction would have to repeat. */
const MAX_AROUND = 4000;
