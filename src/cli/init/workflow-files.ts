import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatSteps, type SetUpStep } from './set-up.ts';

export const WORKFLOWS_FOLDER = '.github/workflows';

/** The workflows that a repository needs, in the order in which they are looked at. */
export const WORKFLOW_NAMES = [
  'ghost-runner.yml',
  'ghost-control.yml',
  'ghost-command.yml',
  'ghost-watch.yml',
] as const;

/** How users name the Action where they say nothing else. */
export const ACTION = 'ghost-runner/ghost-runner@v1';

export type WorkflowPlan = {
  /** As `owner/name@ref`. */
  readonly action: string;
  readonly steps: readonly SetUpStep[];
  /** Names of the workflows whose end the watch is told of. */
  readonly ciNames: readonly string[];
};

/** Texts of the workflows by their paths: our own ones, with what is different in each repository. */
export function workflowFiles(plan: WorkflowPlan): ReadonlyMap<string, string> {
  return new Map(
    WORKFLOW_NAMES.map((name) => {
      const path = `${WORKFLOWS_FOLDER}/${name}`;
      const text = readFileSync(join(PACKAGE, path), 'utf8').replaceAll(ACTION, () => plan.action);
      return [path, CHANGES[name](text, plan)];
    }),
  );
}

const PACKAGE = join(import.meta.dirname, '../../..');

type Change = (text: string, plan: WorkflowPlan) => string;

const CHANGES: { readonly [name in (typeof WORKFLOW_NAMES)[number]]: Change } = {
  'ghost-runner.yml': (text, { steps }) =>
    replaceOnce(text, SET_UP, `${SET_UP}${formatSteps(steps, '      ')}`),
  'ghost-control.yml': (text) => text,
  'ghost-command.yml': (text) => text,
  'ghost-watch.yml': (text, { ciNames }) =>
    replaceOnce(
      text,
      '    workflows: [Ghost Runner, CI]\n',
      `    workflows: [${['Ghost Runner', ...ciNames].map(quote).join(', ')}]\n`,
    ),
};

const SET_UP =
  '      # Steps that your tests need go here: setting up a language, installing dependencies.\n';

/** The file is ours, so a place that is not there is a mistake of ours. */
function replaceOnce(text: string, from: string, to: string): string {
  if (!text.includes(from)) {
    throw new Error(`the workflow has no place for ${JSON.stringify(to)}`);
  }
  return text.replace(from, () => to);
}

/** Plain where YAML takes it for the same text. */
export function quote(text: string): string {
  return /^[A-Za-z][\w -]*\w$/.test(text) && !YAML_WORDS.test(text) ? text : JSON.stringify(text);
}

const YAML_WORDS = /^(?:true|false|yes|no|on|off|null)$/i;
