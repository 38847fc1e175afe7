import type { WorkflowEvent } from '../../contract.ts';
import type { WorkflowFile } from '../plan/workflow.ts';
import { checkInputs, type Inputs } from './inputs.ts';
import { listensTo } from './triggers.ts';
import type { WorkflowFiles } from './workflow-files.ts';

/** A workflow that an event starts, and the event as that workflow sees it. */
export type Selected = {
  readonly file: WorkflowFile;
  readonly event: WorkflowEvent;
  readonly inputs: Inputs;
};

/** A workflow_dispatch that GitHub would answer with an error; the message is GitHub's. */
export class DispatchRefused extends Error {
  override readonly name = 'DispatchRefused';
}

/**
 * The workflows that an event starts. A file that is too broken to tell is among them: its run then says what is
 * wrong with it. Throws a DispatchRefused for a workflow_dispatch that does not fit its workflow.
 */
export async function selectWorkflows(
  files: WorkflowFiles,
  event: WorkflowEvent,
): Promise<readonly Selected[]> {
  if (event.name === 'workflow_dispatch') return [await selectDispatched(files, event)];
  const all = await files.all(event);
  return all
    .filter(({ triggers }) => triggers === undefined || listensTo(triggers, event))
    .map((file) => ({ file, event, inputs: {} }));
}

async function selectDispatched(files: WorkflowFiles, event: WorkflowEvent): Promise<Selected> {
  const file = await files.one(event, event.workflow ?? '');
  if (file === null)
    throw new DispatchRefused(`There is no workflow '${event.workflow ?? ''}' at ${event.ref}`);
  if (file.triggers === undefined) return { file, event, inputs: {} };
  const form = file.triggers['workflow_dispatch'];
  if (form === undefined) throw new DispatchRefused("Workflow does not have 'workflow_dispatch' trigger");
  const checked = checkInputs(form.inputs ?? [], event.inputs ?? {});
  if (!checked.ok) throw new DispatchRefused(checked.problem);
  const { inputs } = checked;
  // In the event all inputs are text, and the defaults are filled in.
  const texts = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, String(value)]));
  return { file, event: { ...event, payload: { ...event.payload, inputs: texts } }, inputs };
}
