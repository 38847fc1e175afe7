import { ACTION, WORKFLOW_NAMES, WORKFLOWS_FOLDER } from '../init/workflow-files.ts';
import { advice, type Finding, missing, well } from './finding.ts';

/** Which versions of the Action our workflows call. */
export function examineVersions(workflows: ReadonlyMap<string, string>): readonly Finding[] {
  const called = calledVersions(workflows);
  if (called.length === 0) {
    return [];
  }
  const names = called.join(', ');
  if (called.length > 1) {
    return [
      advice(
        'version',
        `The workflows call the Action at several versions: ${names}.`,
        'Give all of them the same one.',
      ),
    ];
  }
  const other = called.some((version) => (majorOf(version) ?? OUR_MAJOR) !== OUR_MAJOR);
  if (other) {
    return [
      missing(
        'version',
        `The workflows call the Action at ${names}, and this is ${OUR_MAJOR}.`,
        `Run npx ghost-runner init: it shows what is different. Change @${names} to @${OUR_MAJOR} where nothing else is.`,
      ),
    ];
  }
  return [well('version', `The workflows call the Action at ${names}.`)];
}

const OUR_MAJOR = ACTION.split('@')[1] ?? '';

/** At which versions our workflows call the Action, each once. */
export function calledVersions(workflows: ReadonlyMap<string, string>): readonly string[] {
  const texts = WORKFLOW_NAMES.map((name) => workflows.get(`${WORKFLOWS_FOLDER}/${name}`) ?? '');
  return [...new Set(texts.flatMap(versionsIn))].toSorted();
}

/** What stands behind the @ wherever the Action, or one of its workflows, is called; under whatever owner. */
function versionsIn(text: string): readonly string[] {
  return [
    ...text.matchAll(/^[ \t]*(?:- )?uses: *["']?[\w.-]+\/ghost-runner(?:\/[\w./-]+)?@([\w./-]+)/gm),
  ].map(([, version = '']) => version);
}

/** `v1` of `v1.2.3`; null: a commit or a branch, of which nothing can be said. */
export function majorOf(version: string): string | null {
  return /^v\d+(?=\.|$)/.exec(version)?.[0] ?? null;
}
