import { isMap } from 'yaml';
import {
  commentOf,
  entriesOf,
  type Job,
  readWorkflow,
  type Step,
  textOf,
  textsIn,
  type WorkflowFile,
} from './workflow-file.ts';

/** A breach of the policy. `rule` names it, `at` is its place in the file. */
export type Problem = { readonly rule: string; readonly at: string; readonly message: string };

/** Inputs and outputs of our own Action, as action.yml declares them. */
export type OwnAction = { readonly inputs: readonly string[]; readonly outputs: readonly string[] };

/** How users name our own Action; the only one that is not pinned by commit. */
export const OWN_ACTION = 'ghost-runner/ghost-runner@v1';

/** All breaches of the policy for workflow files, in order of the rules. */
export function checkWorkflow(text: string, own: OwnAction): readonly Problem[] {
  const file = readWorkflow(text);
  return [
    ...checkFile(file),
    ...file.jobs.flatMap(checkJob),
    ...file.jobs.flatMap((job) => checkUntrustedJob(job)),
    ...file.jobs.flatMap((job) => checkCaches(job)),
    ...file.jobs.flatMap((job) => job.steps.flatMap((step) => checkStep(step, own))),
    ...file.jobs.flatMap((job) => checkOutputs(job, own)),
  ];
}

function checkFile({ root, events }: WorkflowFile): readonly Problem[] {
  const permissions = root.get('permissions', true);
  return [
    ...(isMap(permissions) && permissions.items.length === 0
      ? []
      : [
          problem(
            'top-level-permissions',
            'permissions',
            'must be {}: nothing is granted but by a job that needs it',
          ),
        ]),
    ...events
      .filter((name) => name === 'pull_request_target')
      .map((name) =>
        problem(
          'no-pull-request-target',
          `on.${name}`,
          "runs with this repository's rights on somebody else's code",
        ),
      ),
  ];
}

function checkJob({ name, map, steps }: Job): readonly Problem[] {
  const at = `jobs.${name}`;
  const permissions = map.get('permissions', true);
  const runner = textOf(map.get('runs-on', true)) ?? '';
  const condition = textOf(map.get('if', true)) ?? '';
  return [
    ...(isMap(permissions) ? [] : [problem('job-permissions', at, 'must say what it needs, scope by scope')]),
    ...entriesOf(permissions)
      .filter(([, grant]) => commentOf(grant) === '')
      .map(([scope]) =>
        problem('permission-reason', `${at}.permissions.${scope}`, 'needs a comment that says what for'),
      ),
    ...(map.has('timeout-minutes')
      ? []
      : [problem('timeout', at, 'needs timeout-minutes; without one it may run for six hours')]),
    ...(/\balways\s*\(/.test(condition)
      ? [problem('no-always', `${at}.if`, 'goes on after a person cancelled the run; use !cancelled()')]
      : []),
    ...(/^(?:ubuntu|windows|macos)-[\w.-]+$/.test(runner) || steps.length === 0
      ? []
      : [
          problem(
            'hosted-runner',
            `${at}.runs-on`,
            "must name one of GitHub's runners: others keep what a patch leaves behind",
          ),
        ]),
    ...(textOf(map.get('secrets', true)) === 'inherit'
      ? [
          problem(
            'no-secrets-inherit',
            `${at}.secrets`,
            'must name the secrets that the called workflow gets',
          ),
        ]
      : []),
  ];
}

/** What checks code out may run it, so it has nothing that is worth stealing. */
function checkUntrustedJob(job: Job): readonly Problem[] {
  if (!job.steps.some((step) => isAction(step, 'actions/checkout'))) {
    return [];
  }
  const at = `jobs.${job.name}`;
  const secrets = textsIn(job.map).filter((text) => /\bsecrets\s*[.[]|\bgithub\s*\.\s*token\b/.test(text));
  const tokens = job.steps.filter(
    (step) => isAction(step, OWN_ACTION) && textOf(inputOf(step, 'github-token')) !== '',
  );
  return [
    ...entriesOf(job.map.get('permissions', true))
      .filter(([, grant]) => textOf(grant) === 'write')
      .map(([scope]) =>
        problem('untrusted-job', `${at}.permissions.${scope}`, 'writes, in a job that checks code out'),
      ),
    ...secrets.map((text) => problem('untrusted-job', at, `checks code out and uses ${text}`)),
    ...tokens.map((step) =>
      problem(
        'untrusted-job',
        step.at,
        "must set github-token to '', so that the patch's code finds no token",
      ),
    ),
  ];
}

/** A cache is written by jobs that run untrusted code, so a job with rights does not read one. */
function checkCaches(job: Job): readonly Problem[] {
  const trusted = entriesOf(job.map.get('permissions', true)).some(([, grant]) => textOf(grant) === 'write');
  return job.steps
    .filter((step) => trusted && (isAction(step, 'actions/cache') || inputOf(step, 'cache') !== undefined))
    .map((step) => problem('no-cache-in-trusted-job', step.at, 'restores a cache in a job that writes'));
}

function checkStep(step: Step, own: OwnAction): readonly Problem[] {
  const scripts = [textOf(step.map.get('run', true)), textOf(inputOf(step, 'script'))];
  const checksOut = isAction(step, 'actions/checkout');
  const unknown = isAction(step, OWN_ACTION)
    ? entriesOf(step.map.get('with', true)).filter(([name]) => !own.inputs.includes(name))
    : [];
  return [
    ...(scripts.some((script) => script?.includes('${{'))
      ? [
          problem(
            'no-expression-in-script',
            step.at,
            'puts a value into a script as code; pass it through env',
          ),
        ]
      : []),
    ...(isPinned(step)
      ? []
      : [
          problem('pinned-action', step.at, 'must name a commit by 40 digits, with its version as a comment'),
        ]),
    ...(checksOut && textOf(inputOf(step, 'persist-credentials')) !== 'false'
      ? [problem('persist-credentials', step.at, 'leaves a token in .git; set persist-credentials: false')]
      : []),
    ...unknown.map(([name]) =>
      problem('known-inputs', `${step.at}.with.${name}`, 'is no input of our Action'),
    ),
  ];
}

/** Outputs that a job takes from our Action are outputs that it has. */
function checkOutputs({ name, map, steps }: Job, own: OwnAction): readonly Problem[] {
  const ids = steps
    .filter((step) => isAction(step, OWN_ACTION))
    .map((step) => textOf(step.map.get('id', true)));
  return textsIn(map)
    .flatMap((text) => [...text.matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)])
    .filter(([, id, output]) => ids.includes(id) && !own.outputs.includes(output ?? ''))
    .map(([text]) => problem('known-outputs', `jobs.${name}`, `${text} is no output of our Action`));
}

/** An action of this name at any version, or exactly `name@version`. */
function isAction(step: Step, name: string): boolean {
  const uses = textOf(step.map.get('uses', true)) ?? '';
  return uses === name || uses.startsWith(`${name}@`) || uses.startsWith(`${name}/`);
}

function isPinned(step: Step): boolean {
  const node = step.map.get('uses', true);
  const uses = textOf(node);
  return (
    uses === undefined ||
    uses === OWN_ACTION ||
    (/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(uses) && /^v\d+\.\d+/.test(commentOf(node)))
  );
}

function inputOf(step: Step, name: string): unknown {
  return step.map.getIn(['with', name], true);
}

function problem(rule: string, at: string, message: string): Problem {
  return { rule, at, message };
}
