import { MAX_FILE_BYTES } from '../patch/limits.ts';
import type { Refusal } from '../patch/refusal.ts';
import {
  type ChunkedText,
  chunkText,
  findPlaces,
  joinText,
  linesOfPlaces,
  replaceAt,
} from './chunked-text.ts';
import { countRefusal, editTexts, type Finding, notFound, tooMuch, tooRepetitive } from './edit.ts';
import { explainerFor } from './not-found.ts';
import { applyStep, type StepContext, type StepResult } from './operation.ts';
import type { Operation, Step } from './plan.ts';
import { linesIn } from './text-file.ts';
import { findText, putFile } from './workspace.ts';

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
  return step.operation.action === 'edit' && step.operation.edit.count === 1;
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
  const chunked = chunkText(text.text);
  const results = run.map((step) => {
    const finding = { effort, explain: explainerFor(() => linesIn(joinText(chunked)), effort) };
    const result = applyEdit(chunked, step.operation.edit, finding);
    const report = { change: step.change, path, hunk: 1, rung: 'exact' } as const;
    if (typeof result === 'number')
      return { step, refusals: [], reports: [{ ...report, at: result, status: 'applied' } as const] };
    return { step, refusals: [result], reports: [{ ...report, at: null, status: 'refused' } as const] };
  });
  putFile(workspace, path, { ...file, content: { ...text, text: joinText(chunked) } });
  return results;
}

/** The line, from 1, of the one place that was edited, or why none was. */
function applyEdit(
  chunked: ChunkedText,
  edit: EditStep['operation']['edit'],
  { explain, effort }: Finding,
): number | Refusal {
  const { find, replace } = editTexts(edit);
  const places = findPlaces(chunked, find, effort);
  if (places === null) return tooRepetitive(edit);
  const [place] = places;
  if (place === undefined) return notFound(joinText(chunked), edit, explain);
  const lines = linesOfPlaces(chunked, places);
  const miscount = countRefusal(edit, lines);
  if (miscount !== null) return { ...miscount, pointer: '/find' };
  if (chunked.length + replace.length - find.length > MAX_FILE_BYTES)
    return { ...tooMuch(edit.path), pointer: '/replace' };
  replaceAt(chunked, place, { length: find.length, text: replace });
  return (lines[0] ?? 0) + 1;
}
