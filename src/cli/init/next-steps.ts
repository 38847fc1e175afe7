import { CONFIG_PATH } from '../../policy/config.ts';
import { CREATE_PULL_REQUESTS, firstPatchCommand, SETTINGS } from './guidance.ts';

export type Standing = {
  /** `owner/name`. */
  readonly repository: string;
  /** False: all files are in the newest commit as they are. */
  readonly uncommitted: boolean;
  readonly dryRun: boolean;
};

type Paint = (text: string) => string;

/** What is left for the person to do; the command that sends the first patch is the last line. */
export function formatNextSteps(
  { repository, uncommitted, dryRun }: Standing,
  { bold, dim }: { readonly bold: Paint; readonly dim: Paint },
): readonly string[] {
  const steps: readonly (readonly string[])[] = [
    ...(uncommitted ? [COMMIT] : []),
    [`Allow it to open pull requests: ${CREATE_PULL_REQUESTS}.`],
    [
      'Set what you want of these, under Settings > Secrets and variables > Actions. All are optional:',
      ...SETTINGS.map(({ name, kind, meaning }) => `${bold(name)} ${dim(`(${kind})`)}: ${meaning}.`),
    ],
    [
      'Set GITHUB_TOKEN to a token that writes contents, such as what gh auth token prints, and see what is still missing: npx ghost-runner doctor',
    ],
    ['Send a first patch:', firstPatchCommand(repository)],
  ];
  return [
    bold(dryRun ? 'Nothing was written. After a run without --dry-run:' : 'What is left to do:'),
    ...steps.flatMap(([what, ...more], index) => [
      `${index + 1}. ${what}`,
      ...more.map((line) => `   ${line}`),
    ]),
  ];
}

/** GitHub refuses a push of workflows from most tokens that people have, and says so after the fact. */
const COMMIT = [
  `Commit it on the default branch, from the root of the clone: git add .github/workflows/ghost-*.yml ${CONFIG_PATH} && git commit -m 'Set Ghost Runner up' && git push`,
  'Over HTTPS that push needs a token with the right to change workflows: a classic one with the scope workflow, or a fine-grained one with workflows: write. gh auth refresh --scopes workflow gives it to that of gh; an SSH key has it.',
];
