import { stringify } from 'yaml';
import { quote } from './workflow-files.ts';

export type ConfigPlan = {
  readonly testCommand: string;
  /** False: the command tests nothing, and the file says so. */
  readonly tested: boolean;
  readonly ciNames: readonly string[];
};

/** A config whose comments are the defaults, so that an option is set by taking a `#` away. */
export function configFile({ testCommand, tested, ciNames }: ConfigPlan): string {
  // A text of several lines would begin a block, whose indentation is not known to the serialiser.
  const command = testCommand.includes('\n')
    ? JSON.stringify(testCommand)
    : stringify(testCommand, { lineWidth: 0 }).trimEnd();
  const ci = ciNames.map(quote).join(', ');
  return `${HEAD}
# How a patched commit is tested.
test:
  # Run by bash at the root of the checkout, in a job without secrets. Steps that install things are in
  # .github/workflows/ghost-runner.yml.
${tested ? '' : UNTESTED}  command: ${command}
  # timeout-minutes: 15
${OPTIONS}
# What the watch looks after. The names are those of your CI workflows, the same as in ghost-watch.yml.
${
  ciNames.length === 0
    ? `# watch:
#   ci-workflows: []
#   retention-days: 14
`
    : `watch:
  ci-workflows: [${ci}]
  # retention-days: 14
`
}`;
}

const HEAD = `# yaml-language-server: $schema=https://raw.githubusercontent.com/ghost-runner/ghost-runner/v1/docs/ghost-runner.schema.json
# How Ghost Runner handles patches to this repository. It is read from the default branch, and no patch can change it.
# What is commented out is the default. All options:
# https://github.com/ghost-runner/ghost-runner/blob/v1/docs/configuration.md
`;

const UNTESTED = `  # No test command was found here. Until you write yours, this one only looks for left-over merge marks.
`;

const OPTIONS = `
# Branches that patches may be based on; the default branch alone where this is absent.
# base-branches: [main]

# For every pull request: labels, and GitHub logins asked to review it.
# labels: []
# reviewers: []

# What becomes of a patch whose tests fail: a draft pull request that says so, or none.
# on-test-failure: draft

# "required" keeps each pull request a draft until a reviewer approves it with /ghost approve.
# approval: none

# Where each patch gets its one message. The channel's id, not its name; it needs the secret SLACK_BOT_TOKEN.
# slack:
#   channel: C0123456789

# What patches may change; the strictest rule that matches decides. Each is "allow", "review" or "refuse".
# policy:
#   protected-paths: []
#   rules:
#     workflows: refuse
#     agent-instructions: refuse
#     hooks: refuse
#     code-owners: refuse
#     github-folder: refuse
#     git-files: refuse
#     lockfiles: review
#     executables: review
#     hidden-characters: review
#     case-collisions: refuse
#     repairs: allow
#     tolerances: allow
#     not-done: allow
`;
