import type { ActionsHost, WorkflowEvent } from '../../contract.ts';
import { parseWorkflowFile, type WorkflowFile } from '../plan/workflow.ts';

/** Reads the workflow files of a commit; a text that was read before is not parsed again. */
export type WorkflowFiles = {
  all(event: WorkflowEvent): Promise<readonly WorkflowFile[]>;
  /** By path, or by the name of a file in .github/workflows; null: there is none. */
  one(event: WorkflowEvent, name: string): Promise<WorkflowFile | null>;
};

export function createWorkflowFiles(host: ActionsHost): WorkflowFiles {
  const known = new Map<string, WorkflowFile>();

  async function all(event: WorkflowEvent): Promise<readonly WorkflowFile[]> {
    const paths = await host.listFiles(event.repository, event.sha, FOLDER);
    const names = paths.filter((path) => /\.ya?ml$/.test(path)).map((path) => path.split('/').at(-1) ?? path);
    const files = await Promise.all(names.sort().map((name) => one(event, name)));
    return files.filter((file) => file !== null);
  }

  async function one(event: WorkflowEvent, name: string): Promise<WorkflowFile | null> {
    const path = name.includes('/') ? name : `${FOLDER}/${name}`;
    const text = await host.readFile(event.repository, event.sha, path);
    return text === null ? null : parse(path, text);
  }

  function parse(path: string, text: string): WorkflowFile {
    const key = `${path}\n${text}`;
    const file = known.get(key) ?? parseWorkflowFile(path, text);
    known.set(key, file);
    return file;
  }

  return { all, one };
}

const FOLDER = '.github/workflows';
