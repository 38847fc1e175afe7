import type { FileOperation } from '../patch/hunk.ts';
import type { Refusal } from '../patch/refusal.ts';
import { asFound, withMarkApart } from './byte-order-mark.ts';
import { editText, editTexts, findEdit, type TextEdit } from './edit/edit.ts';
import type { Effort } from './effort.ts';
import { uncut } from './file-lines.ts';
import { applyHunks } from './hunks.ts';
import { lostChanges } from './lost-changes.ts';
import type { Moves } from './moved-lines.ts';
import { meantEdit } from './numbered.ts';
import type { Operation, Step } from './plan.ts';
import { findRegex } from './regex/regex.ts';
import { type HunkReport, toleranceOf } from './report.ts';
import { shownCodeRefusal } from './shown-code.ts';
import { linesIn, type TextFile } from './text-file.ts';
import { bytesSent, wholeFile } from './whole-file.ts';
import {
  bytesOf,
  checkFree,
  checkRemovable,
  findFile,
  findPlace,
  findText,
  isExecutable,
  putFile,
  removeFile,
  type WorkingFile,
  type Workspace,
} from './workspace.ts';

/** What one step came to. Refusals have no pointers, or such as are relative to the change; a step that is refused leaves the workspace as it was. */
export type StepResult = { readonly refusals: readonly Refusal[]; readonly reports: readonly HunkReport[] };

export type StepContext = { readonly workspace: Workspace; readonly effort: Effort };

export function applyStep(step: Step, context: StepContext): StepResult {
  const { change, operation } = step;
  // What is written as a whole is held against what stands there.
  const shown = operation.action === 'write' ? null : shownCodeRefusal(operation);
  if (shown !== null) return { refusals: [shown], reports: refusedReports(operation, change) };
  switch (operation.action) {
    case 'create':
      return create(operation, change, context);
    case 'modify':
      return modify(operation, step, context);
    case 'delete':
      return remove(operation, step, context);
    case 'rename':
    case 'copy':
      return transfer(operation, step, context);
    case 'write':
      return write(operation, context);
    case 'edit':
    case 'regex':
      return replace(operation, change, context);
  }
}

function refusedReports(operation: Operation, change: number): readonly HunkReport[] {
  const numbers = 'hunks' in operation ? operation.hunks.map(({ number }) => number) : [1];
  const { path } = operation;
  return numbers.map((hunk) => ({ change, path, hunk, at: null, rung: 'exact', status: 'refused' }));
}

type OperationOf<Action extends Operation['action']> = Extract<Operation, { action: Action }>;

function create(operation: OperationOf<'create'>, change: number, { workspace }: StepContext): StepResult {
  const { path, executable } = operation;
  const refusal = checkFree(workspace, path);
  const present = refusal?.code === 'already_exists' && isPresent(workspace, operation);
  const status = present ? 'already_applied' : refusal === null ? 'applied' : 'refused';
  const mode = executable ?? isExecutable(workspace, path);
  if (refusal === null)
    putFile(workspace, path, { content: contentOf(operation), executable: mode, origin: null });
  const report = { change, path, at: status === 'refused' ? null : 1, rung: 'exact', status } as const;
  const reports = operation.hunk === undefined ? [] : [{ ...report, hunk: operation.hunk }];
  return { refusals: refusal === null || present ? [] : [refusal], reports };
}

/** The file is there with this very content: the patch was applied before. */
function isPresent(workspace: Workspace, operation: OperationOf<'create'>): boolean {
  const found = findText(workspace, operation.path);
  if (!found.ok) return false;
  const { executable } = found.value.file;
  if (executable !== (operation.executable ?? executable)) return false;
  return found.value.text.text === contentOf(operation).text;
}

function contentOf({ lines, finalNewline }: OperationOf<'create'>): TextFile {
  const text = lines.join('\n') + (finalNewline && lines.length > 0 ? '\n' : '');
  const file = { hasBom: false, text, endings: '\n' } as const;
  return withMarkApart(file, file);
}

function modify(operation: OperationOf<'modify'>, step: Step, context: StepContext): StepResult {
  const { path, executable } = operation;
  const edited = withHunks(path, { step, operation, context });
  if (!edited.ok) return edited;
  const { file } = edited;
  putFile(context.workspace, path, { ...file, executable: executable ?? file.executable });
  return edited;
}

type WithHunks = {
  step: Step;
  operation: Extract<FileOperation, { hunks: unknown }>;
  context: StepContext;
};

/** The file at `path` with the operation's hunks applied; a file without hunks need not be text. */
function withHunks(
  path: string,
  { step: { change, isSeries }, operation, context }: WithHunks,
): StepResult & ({ ok: true; file: WorkingFile } | { ok: false }) {
  const { workspace, effort } = context;
  const { hunks } = operation;
  if (hunks.length === 0) {
    const found = findFile(workspace, path);
    return found.ok
      ? { ok: true, file: found.value, refusals: [], reports: [] }
      : { ok: false, refusals: [found.refusal], reports: [] };
  }
  const found = findText(workspace, path);
  if (!found.ok) {
    const reports = hunks.map(
      ({ number }) => ({ change, path, hunk: number, at: null, rung: 'exact', status: 'refused' }) as const,
    );
    return { ok: false, refusals: [found.refusal], reports };
  }
  const { file, text } = found.value;
  const earlier = isSeries ? [] : earlierMoves(file, text, change);
  const result = applyHunks({ file: text, path, hunks, change, earlier, effort });
  if (!result.ok) return result;
  const moves = { change, left: result.file, edits: [...earlier, result.edits] };
  return {
    ok: true,
    file: { ...file, content: result.file, moves },
    refusals: [],
    reports: result.reports,
  };
}

/** What the change did to the lines of the file before, with nothing done by others since. */
function earlierMoves({ moves }: WorkingFile, text: TextFile, change: number): Moves['edits'] {
  return moves?.change === change && moves.left === text ? moves.edits : [];
}

function remove(operation: OperationOf<'delete'>, step: Step, context: StepContext): StepResult {
  const { path, hunks } = operation;
  if (hunks.length === 0) return removeWhole(path, context);
  const edited = withHunks(path, { step, operation, context });
  if (!edited.ok) return edited;
  const { content } = edited.file;
  if (!(content instanceof Uint8Array) && content.text !== '') {
    const message = `The patch deletes ${path}, but does not remove all of its lines. Send a delete change, or the lines as they are.`;
    return {
      refusals: [{ code: 'not_found', message, path, data: { linesLeft: linesIn(content.text).length } }],
      reports: edited.reports,
    };
  }
  removeFile(context.workspace, path);
  return edited;
}

/** Without a look at its content, which may be too large to be read. */
function removeWhole(path: string, { workspace }: StepContext): StepResult {
  const refusal = checkRemovable(workspace, path);
  if (refusal !== null) return { refusals: [refusal], reports: [] };
  removeFile(workspace, path);
  return { refusals: [], reports: [] };
}

function transfer(operation: OperationOf<'rename' | 'copy'>, step: Step, context: StepContext): StepResult {
  const { action, from, path, executable } = operation;
  const { workspace } = context;
  const edited = withHunks(from, { step, operation, context });
  // What is moved away does not stand in its own way, as when a file becomes a folder of the same name.
  const blocked =
    edited.ok && action === 'rename'
      ? checkFree(without(workspace, from, path), path)
      : checkFree(workspace, path);
  if (!edited.ok)
    return {
      refusals: blocked === null ? edited.refusals : [...edited.refusals, blocked],
      reports: edited.reports,
    };
  if (blocked !== null) return { refusals: [blocked], reports: edited.reports };
  const origin = action === 'rename' ? edited.file.origin : null;
  if (action === 'rename') removeFile(workspace, from);
  putFile(workspace, path, { ...edited.file, executable: executable ?? edited.file.executable, origin });
  return edited;
}

function without(workspace: Workspace, from: string, path: string): Workspace {
  return from === path ? workspace : { ...workspace, changed: new Map(workspace.changed).set(from, null) };
}

function write(operation: OperationOf<'write'>, { workspace }: StepContext): StepResult {
  const { path, write: change } = operation;
  const place = findPlace(workspace, path);
  if (!place.ok) return { refusals: [place.refusal], reports: [] };
  const before = place.value;
  const lost = lostChanges(workspace, path, { bytes: bytesSent(change), executable: change.executable });
  if (lost !== null) return { refusals: [lost], reports: [] };
  const whole = wholeFile(operation, before && bytesOf(before.content));
  if (!whole.ok) return { refusals: [whole.refusal], reports: [] };
  putFile(workspace, path, {
    content: whole.bytes,
    executable: change.executable ?? isExecutable(workspace, path),
    origin: before?.origin ?? null,
  });
  return { refusals: [], reports: [] };
}

function replace(
  operation: OperationOf<'edit' | 'regex'>,
  change: number,
  { workspace, effort }: StepContext,
): StepResult {
  const { path } = operation;
  const found = findText(workspace, path);
  const file = found.ok ? fileFor(found.value.text, operation) : null;
  const edit: TextEdit = found.ok ? findReplacements(file?.text ?? '', operation, effort) : found;
  const report = { change, path, hunk: 1 } as const;
  if (!found.ok || file === null || !edit.ok) {
    const refusals = edit.ok ? [] : [edit.refusal];
    return { refusals, reports: [{ ...report, at: null, rung: 'exact', status: 'refused' }] };
  }
  putFile(workspace, path, { ...found.value.file, content: withMarkApart(file, editText(file, edit)) });
  const { rungs, status } = edit.loose ?? { rungs: [], status: 'applied' };
  return { refusals: [], reports: [{ ...report, at: edit.line, ...toleranceOf(rungs), status }] };
}

function fileFor(text: TextFile, operation: OperationOf<'edit' | 'regex'>): TextFile {
  return operation.action === 'edit' ? asFound(text, editTexts(operation.edit).find) : text;
}

function findReplacements(text: string, operation: OperationOf<'edit' | 'regex'>, effort: Effort): TextEdit {
  if (operation.action === 'regex') return findRegex(text, operation.regex, effort);
  return findEdit(text, meantEdit(uncut(text), operation, effort), effort);
}
