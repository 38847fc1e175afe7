import * as z from 'zod';
import { parseConfig } from '../../policy/config.ts';
import { readCiName } from '../init/ci-names.ts';
import { WORKFLOW_NAMES, WORKFLOWS_FOLDER } from '../init/workflow-files.ts';
import { readWorkflowText } from '../init/workflow-text.ts';
import type { Facts } from './facts.ts';
import { advice, type Finding, well } from './finding.ts';

/** Whether the watch is told of the CI workflows that there are, and of no others. */
export function examineCiNames({
  workflows,
  config,
}: Pick<Facts, 'workflows' | 'config'>): readonly Finding[] {
  const watched = readWatched(workflows.get(WATCH) ?? '');
  if (watched === null) {
    return [];
  }
  const own: readonly string[] = WORKFLOW_NAMES.map((name) => `${WORKFLOWS_FOLDER}/${name}`);
  const there = [...workflows].flatMap(([path, text]) =>
    own.includes(path) ? [] : (readCiName(text, path) ?? []),
  );
  const parsed = parseConfig(config);
  const configured = parsed.ok ? parsed.config.watch['ci-workflows'] : there;
  const problems = [
    ...compare(there, watched, WATCH),
    ...compare(there, configured, 'watch.ci-workflows of the config'),
    ...leftOver(watched, there, WATCH),
    ...leftOver(configured, there, 'watch.ci-workflows of the config'),
  ];
  return problems.length > 0
    ? problems
    : [well('ci', 'The watch is told of all CI workflows that there are.')];
}

const WATCH = `${WORKFLOWS_FOLDER}/ghost-watch.yml`;

/** Names in `on.workflow_run.workflows` but our own; null: the file is not ours, or not there. */
function readWatched(text: string): readonly string[] | null {
  const parsed = watchSchema.safeParse(readWorkflowText(text));
  return parsed.success
    ? parsed.data.on.workflow_run.workflows.filter((name) => name !== 'Ghost Runner')
    : null;
}

const watchSchema = z.looseObject({
  on: z.looseObject({ workflow_run: z.looseObject({ workflows: z.array(z.string()) }) }),
});

function compare(there: readonly string[], named: readonly string[], where: string): readonly Finding[] {
  return there
    .filter((name) => !named.includes(name))
    .map((name) =>
      advice(
        'ci',
        `The workflow "${name}" is not named in ${where}.`,
        'Add it, so that the watch sees how it ends.',
      ),
    );
}

function leftOver(named: readonly string[], there: readonly string[], where: string): readonly Finding[] {
  return named
    .filter((name) => !there.includes(name))
    .map((name) =>
      advice(
        'ci',
        `${where} names "${name}", and no CI workflow is called that.`,
        'Correct the name, or take it out.',
      ),
    );
}
