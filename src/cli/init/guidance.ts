import type { Detection } from './detect.ts';

/** A secret or variable of the repository; none has to be there. */
export type Setting = {
  readonly name: string;
  readonly kind: 'secret' | 'variable';
  readonly meaning: string;
};

/** What has to be set by hand, for no command may know secrets. */
export const SETTINGS: readonly Setting[] = [
  {
    name: 'GHOST_TOKEN',
    kind: 'secret',
    meaning:
      'a fine-grained token of yours for this repository that may read and write actions, contents, issues, pull requests and commit statuses. With it the checks of a pull request start by themselves; an App does the same with the variable GHOST_APP_ID and the secret GHOST_APP_PRIVATE_KEY',
  },
  {
    name: 'SLACK_BOT_TOKEN',
    kind: 'secret',
    meaning: 'a bot token with chat:write and channels:history, if you want one message per patch in Slack',
  },
  {
    name: 'GHOST_SLACK_CHANNEL',
    kind: 'variable',
    meaning: "the channel's id, where .github/ghost-runner.yml names none",
  },
];

/** Without a token of its own the workflow asks GitHub for what this setting allows. */
export const CREATE_PULL_REQUESTS =
  'Settings > Actions > General > "Allow GitHub Actions to create and approve pull requests"';

/** One command that sends a patch which adds a page, and waits for what comes of it. */
export function firstPatchCommand(repository: string): string {
  return `printf '%s' '${JSON.stringify(FIRST_PATCH)}' | npx ghost-runner send - --repo ${repository} --wait`;
}

/** It fits every repository, changes nothing that is there, and can be closed without a thought. */
const FIRST_PATCH = {
  version: 1,
  id: 'first-patch',
  title: 'Add a page by Ghost Runner',
  changes: [
    { kind: 'write', path: 'docs/first-patch.md', content: '# First patch\n\nThis page came as a patch.\n' },
  ],
};

/** What was found, in one line. */
export function describeDetection({ languages, testCommand, from }: Detection): string {
  const found = languages.map(({ name, packageManager }) => `${name} (${packageManager})`).join(', ');
  const tested = {
    language: `tests: ${testCommand}`,
    file: `tests: ${testCommand}`,
    nothing: 'no test command was found; write yours into .github/ghost-runner.yml',
  }[from];
  return `${found === '' ? 'No language that is known here' : found}; ${tested}`;
}
