import * as z from 'zod';
import type { Folder } from './folder.ts';
import { WORKFLOW_NAMES, WORKFLOWS_FOLDER } from './workflow-files.ts';
import { readable, readWorkflowText, type WorkflowFile } from './workflow-text.ts';

/** Names of the workflows that run on pushes and pull requests, as GitHub calls them, without our own. */
export function findCiNames(folder: Folder): readonly string[] {
  const own: readonly string[] = WORKFLOW_NAMES;
  const files = folder
    .list(WORKFLOWS_FOLDER)
    .filter((file) => /\.ya?ml$/.test(file) && !own.includes(file))
    .slice(0, MOST_WORKFLOWS)
    .map((file) => `${WORKFLOWS_FOLDER}/${file}`)
    .map((path): WorkflowFile => [path, folder.read(path) ?? '']);
  const names = readable(files).flatMap(([path, text]) => readCiName(text, path) ?? []);
  return [...new Set(names)].filter((name) => name.length <= LONGEST_NAME).slice(0, MOST_NAMES);
}

/** Files that are read; nobody has so many by hand. */
export const MOST_WORKFLOWS = 100;

/** The limits of `watch.ci-workflows`. */
const MOST_NAMES = 20;
const LONGEST_NAME = 256;

/** The name of a workflow that runs on pushes or pull requests; null: it does not, or nobody can read it. */
export function readCiName(text: string, path: string): string | null {
  const workflow = readWorkflow(text);
  return workflow !== null && workflow.events.some((event) => CI_EVENTS.has(event))
    ? (workflow.name ?? path)
    : null;
}

const CI_EVENTS = new Set(['push', 'pull_request', 'merge_group']);

/** `on` may be one name, a list of names, or an object with the names as its keys. */
const workflowSchema = z.looseObject({
  name: z.string().optional(),
  on: z.union([
    z.string().transform((event) => [event]),
    z.array(z.string()),
    z.record(z.string(), z.unknown()).transform((events) => Object.keys(events)),
  ]),
});

function readWorkflow(
  text: string,
): { readonly name: string | undefined; readonly events: readonly string[] } | null {
  const parsed = workflowSchema.safeParse(readWorkflowText(text));
  return parsed.success ? { name: parsed.data.name, events: parsed.data.on } : null;
}
