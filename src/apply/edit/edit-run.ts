import { MAX_FILE_BYTES } from '../../patch/limits.ts';
import type { Refusal } from '../../patch/refusal.ts';
import { diagnoseEdit, type EditFailure, literalPlaces } from '../diagnosis/diagnose-edit.ts';
import { sceneOf } from '../diagnosis/scene.ts';
import type { Effort } from '../effort.ts';
import { cutLines } from '../file-lines.ts';
import {
  depthRefusal,
  isSent,
  mayBeWithinIndent,
  NEAR,
  type Replacing,
  replacementAt,
  sentAs,
} from '../indent/within-indent.ts';
import { applyStep, type StepContext, type StepResult } from '../operation.ts';
import type { Operation, Step } from '../plan.ts';
import { type Rung, toleranceOf } from '../report.ts';
import { BOM, type TextFile } from '../text-file.ts';
import { findText, putFile } from '../workspace.ts';
import {
  type ChunkedText,
  type ChunkPlace,
  chunkText,
  findPlaces,
  joinText,
  linesOfPlaces,
  placeAt,
  replaceAt,
  textAround,
} from './chunked-text.ts';
import { edgesAt, withEdgeBreaks } from './edge-breaks.ts';
import { editText, editTexts, findEdit, type Loose, tooMuch } from './edit.ts';
import { mayBePartlyThere } from './loose-edit.ts';
import { BESIDE, isReplaced, unclearRefusal } from './replaced.ts';

/** Steps that are applied together, in their order. */
export type Run = readonly Step[];

/** Parts the steps into runs: many edits of one file in a row, of one place each, and all else by itself. */
export function editRuns(steps: readonly Step[]): readonly Run[] {
  const runs: Step[][] = [];
  for (const step of steps) {
    const run = runs.at(-1);
    const [first] = run ?? [];
    if (
      run !== undefined &&
      isSingleEdit(step) &&
      first !== undefined &&
      isSingleEdit(first) &&
      first.operation.path === step.operation.path
    )
      run.push(step);
    else runs.push([step]);
  }
  return runs.flatMap((run) => (run.length < LEAST_RUN ? run.map((step) => [step]) : [run]));
}

/**
 * Applies one run after the other's steps, with the same result as applying them singly; a long run costs no
 * more than reading the file a few times.
 */
export function applyRun(run: Run, context: StepContext): readonly (StepResult & { readonly step: Step })[] {
  const edits = run.filter(isSingleEdit);
  return edits.length < LEAST_RUN
    ? run.map((step) => ({ step, ...applyStep(step, context) }))
    : applyEdits(edits, context);
}

/** Fewer edits than this are not worth cutting the file into chunks. */
const LEAST_RUN = 16;

type EditStep = Step & { readonly operation: Extract<Operation, { action: 'edit' }> };

function isSingleEdit(step: Step): step is EditStep {
  const { operation } = step;
  if (operation.action !== 'edit' || operation.numbered !== undefined) return false;
  const { count, find, replace } = operation.edit;
  // A byte order mark may be one of the file, which is none of its text.
  return count === 1 && !find.startsWith(BOM) && !replace.startsWith(BOM);
}

function applyEdits(
  run: readonly EditStep[],
  context: StepContext,
): readonly (StepResult & { readonly step: Step })[] {
  const { workspace, effort } = context;
  const path = run[0]?.operation.path ?? '';
  const found = findText(workspace, path);
  if (!found.ok || typeof found.value.text.endings !== 'string')
    return run.map((step) => ({ step, ...applyStep(step, context) }));
  const { file, text } = found.value;
  const edited: Edited = { file: text, chunked: chunkText(text.text) };
  const results = run.map((step): StepResult & { readonly step: Step } => {
    const result = applyEdit(edited, step.operation.edit, effort);
    const report = { change: step.change, path, hunk: 1 } as const;
    if ('code' in result)
      return {
        step,
        refusals: [result],
        reports: [{ ...report, at: null, rung: 'exact', status: 'refused' }],
      };
    const { line, loose } = result;
    const { rungs, status } = loose ?? { rungs: [], status: 'applied' };
    return { step, refusals: [], reports: [{ ...report, at: line, ...toleranceOf(rungs), status }] };
  });
  const { hasBom, endings } = edited.file;
  putFile(workspace, path, { ...file, content: { hasBom, endings, text: joinText(edited.chunked) } });
  return results;
}

/** A file in the middle of a run; its text is in the chunks. */
type Edited = { file: TextFile; chunked: ChunkedText };

/** Where the one place is that was edited, or why none was. */
function applyEdit(
  edited: Edited,
  edit: EditStep['operation']['edit'],
  effort: Effort,
): { readonly line: number; readonly loose?: Loose } | Refusal {
  const { chunked } = edited;
  const sent = editTexts(edit);
  const { find } = sent;
  const text = () => joinText(chunked);
  const refuse = (failure: EditFailure) =>
    diagnoseEdit(failure, sceneOf({ path: edit.path, lines: () => cutLines(text()), effort }));
  const places = findPlaces(chunked, find, effort);
  if (places === null) return refuse({ status: 'too_repetitive' });
  const [place] = places;
  if (place === undefined) return applyLoosely(edited, { edit, refuse, isThere: false }, effort);
  if (endsWithout(chunked, find)) return applyLoosely(edited, { edit, refuse, isThere: true }, effort);
  const lines = linesOfPlaces(chunked, places);
  if (places.length > 1) {
    const found = () => literalPlaces(text(), sent);
    return refuse({ status: 'miscount', by: 'text', count: 1, positions: lines, found });
  }
  const line = (lines[0] ?? 0) + 1;
  const isMade = (made: string) => {
    const reach = made.length + BESIDE;
    const around = textAround(chunked, place, { before: reach, after: reach });
    return isReplaced(around.text, { find, replace: made }, around.offset);
  };
  const beside = textAround(chunked, place, { before: 1, after: find.length + 1 });
  const sought = withEdgeBreaks(sent, edgesAt(beside.text, find, beside.offset));
  const { replace } = sought;
  const reach = replace.length + 2;
  const wide = textAround(chunked, place, { before: reach, after: find.length + reach });
  if (mayBePartlyThere(wide.text, sought, wide.offset))
    return applyLoosely(edited, { edit, refuse, isThere: true }, effort);
  const asSent = isMade(replace);
  const replacing: Replacing =
    asSent === 'open'
      ? replacementIn(chunked, { sought, place }, effort)
      : { status: 'clear', replacement: sentAs(sought, 0) };
  if (replacing.status === 'too_repetitive') return refuse({ status: 'too_repetitive' });
  if (replacing.status === 'unclear') return depthRefusal(edit.path, line);
  const { start, end, text: made } = replacing.replacement;
  const replaced = made === replace ? asSent : isMade(made);
  if (replaced === 'unclear') return unclearRefusal(edit.path, line);
  if (replaced === 'replaced') return { line, loose: { status: 'already_applied', rungs: [], lines: [] } };
  if (chunked.length + made.length - (end - start) > MAX_FILE_BYTES)
    return { ...tooMuch(edit.path), pointer: '/replace' };
  replaceAt(chunked, placeAt(chunked, place.chunk, place.offset + start), {
    length: end - start,
    text: made,
  });
  const rungs: readonly Rung[] = [
    ...(isSent(replacing.replacement, sought, 0) ? [] : (['indentation'] as const)),
    ...(sought === sent ? [] : (['edge_blanks'] as const)),
  ];
  return rungs.length === 0 ? { line } : { line, loose: { status: 'applied', rungs, lines: [] } };
}

type FoundIn = {
  readonly sought: { readonly find: string; readonly replace: string };
  readonly place: ChunkPlace;
};

/** Its offsets are relative to the place. */
function replacementIn(chunked: ChunkedText, { sought, place }: FoundIn, effort: Effort): Replacing {
  if (!mayBeWithinIndent(sought)) return { status: 'clear', replacement: sentAs(sought, 0) };
  const { text, offset } = textAround(chunked, place, {
    before: NEAR + 1,
    after: sought.find.length + NEAR + 1,
  });
  const replacing = replacementAt(text, sought, offset, effort);
  if (replacing.status !== 'clear') return replacing;
  const { start, end, text: made } = replacing.replacement;
  return { status: 'clear', replacement: { start: start - offset, end: end - offset, text: made } };
}

/** Does the file end as a text does, but for the line break at the end of that? */
function endsWithout(chunked: ChunkedText, find: string): boolean {
  if (!find.endsWith('\n')) return false;
  const chunk = chunked.chunks.length - 1;
  const end = { chunk, offset: chunked.chunks[chunk]?.text.length ?? 0 };
  return textAround(chunked, end, { before: find.length, after: 0 }).text.endsWith(find.slice(0, -1));
}

type Loosely = {
  readonly edit: EditStep['operation']['edit'];
  readonly refuse: (failure: EditFailure) => Refusal;
  /** Does its text stand there as it is, so that only the file as a whole tells what is meant? */
  readonly isThere: boolean;
};

/** The whole file is read for it, which costs more. */
function applyLoosely(
  edited: Edited,
  { edit, refuse, isThere }: Loosely,
  effort: Effort,
): { readonly line: number; readonly loose?: Loose } | Refusal {
  if (effort.reading < edited.chunked.length)
    return refuse(isThere ? { status: 'too_repetitive' } : { status: 'not_found', ...editTexts(edit) });
  const text = joinText(edited.chunked);
  effort.reading -= text.length;
  const found = findEdit(text, edit, effort);
  if (!found.ok) return found.refusal;
  const { hasBom, endings } = edited.file;
  edited.file = editText({ hasBom, endings, text }, found);
  edited.chunked = chunkText(edited.file.text);
  return found;
}
