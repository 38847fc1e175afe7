import * as z from 'zod';
import { WORKFLOW_NAMES, WORKFLOWS_FOLDER } from '../init/workflow-files.ts';
import { readWorkflowText } from '../init/workflow-text.ts';
import type { Facts } from './facts.ts';
import { advice, type Finding } from './finding.ts';

/**
 * Workflows that run on the branches of patches, and so run code that nobody has looked at, with secrets. What a job
 * asks before it uses one is not looked at.
 */
export function examineExposedSecrets({ workflows }: Pick<Facts, 'workflows'>): readonly Finding[] {
  const own: readonly string[] = WORKFLOW_NAMES.map((name) => `${WORKFLOWS_FOLDER}/${name}`);
  return [...workflows]
    .filter(([path, text]) => !own.includes(path) && SECRET.test(text) && runsOnPatches(text))
    .map(([path]) =>
      advice(
        'secrets',
        `${path} uses secrets, and runs on the branches of patches before anybody has looked at them.`,
        'Take ghost/** out of its branches, or keep the secrets in an environment that leaves these branches out.',
      ),
    );
}

/** Any but the job's own token, or all of them. */
const SECRET = /\bsecrets(?:\.(?!GITHUB_TOKEN\b)|\[|\s*\)|:\s*inherit\b)/i;

function runsOnPatches(text: string): boolean {
  const events = readEvents(text);
  if (events === null) {
    return false;
  }
  return 'pull_request' in events || ('push' in events && coversPatches(events['push'] ?? {}));
}

function coversPatches(push: PushFilter): boolean {
  const { branches, tags, 'branches-ignore': ignored } = push;
  if (ignored !== undefined) {
    return !ignored.some((pattern) => PATCHES.test(pattern));
  }
  return branches === undefined ? tags === undefined : branches.some((pattern) => PATCHES.test(pattern));
}

/** Patterns that a branch such as ghost/fix may match. */
const PATCHES = /^(?:\*\*|\*\/|ghost\/)/;

const names = z.union([z.string().transform((name) => [name]), z.array(z.string())]).optional();
const pushSchema = z.object({ branches: names, 'branches-ignore': names, tags: names }).nullish();

type PushFilter = NonNullable<z.output<typeof pushSchema>>;
type Events = { readonly [event: string]: unknown; readonly push?: PushFilter | null | undefined };

const workflowSchema = z.looseObject({
  on: z.union([
    z.string().transform((event): Events => ({ [event]: null })),
    z.array(z.string()).transform((events): Events => Object.fromEntries(events.map((one) => [one, null]))),
    z.looseObject({ push: pushSchema }).transform((events): Events => events),
  ]),
});

function readEvents(text: string): Events | null {
  const parsed = workflowSchema.safeParse(readWorkflowText(text));
  return parsed.success ? parsed.data.on : null;
}
