import { CONFIG_PATH } from '../../policy/config.ts';
import { oneLine, showHidden } from '../../report/untrusted/visible.ts';
import { colors } from '../colors.ts';
import { findCiNames } from './ci-names.ts';
import { compareFiles, type PlannedFile, writeNewFiles } from './compare.ts';
import { configFile } from './config-file.ts';
import { type Detection, detect } from './detect.ts';
import { openFolder } from './folder.ts';
import { CREATE_PULL_REQUESTS, describeDetection, firstPatchCommand, SETTINGS } from './guidance.ts';
import { findPlace, type Place } from './place.ts';
import { workflowFiles } from './workflow-files.ts';

export type InitOptions = {
  /** As `owner/name@ref`. */
  readonly action: string;
  readonly testCommand?: string;
  readonly dryRun: boolean;
  readonly json: boolean;
};

/** Makes the clone around the working directory ready for patches. What is there already stays as it is. */
export async function initCommand(options: InitOptions): Promise<number> {
  if (!/^[\w.-]+\/[\w.-]+@[\w./-]+$/.test(options.action)) {
    throw new Error(`--action must be owner/name@ref, not ${options.action}`);
  }
  const place = await findPlace(process.cwd());
  const folder = openFolder(place.root);
  const detection = withCommand(detect(folder), options.testCommand);
  const ciNames = findCiNames(folder);
  const { testCommand, from, steps } = detection;
  const files = compareFiles(
    place.root,
    new Map([
      ...workflowFiles({ action: options.action, steps, ciNames }),
      [CONFIG_PATH, configFile({ testCommand, tested: from !== 'nothing', ciNames })],
    ]),
  );
  if (!options.dryRun) {
    writeNewFiles(place.root, files);
  }
  const plan: Plan = { place, detection, files, dryRun: options.dryRun };
  process.stdout.write(options.json ? `${JSON.stringify(toJson(plan))}\n` : describe(plan));
  return 0;
}

type Plan = {
  readonly place: Place;
  readonly detection: Detection;
  readonly files: readonly PlannedFile[];
  readonly dryRun: boolean;
};

function withCommand(detection: Detection, testCommand: string | undefined): Detection {
  return testCommand === undefined ? detection : { ...detection, testCommand, from: 'file' };
}

function toJson({ place, detection, files, dryRun }: Plan): object {
  return {
    repository: place.repository,
    languages: detection.languages.map(({ name, packageManager }) => ({ name, packageManager })),
    testCommand: detection.testCommand,
    tested: detection.from !== 'nothing',
    dryRun,
    files: files.map(({ text, ...file }) => (dryRun ? { ...file, text } : file)),
    settings: SETTINGS,
    firstPatch: firstPatchCommand(place.repository ?? UNKNOWN_REPOSITORY),
  };
}

const UNKNOWN_REPOSITORY = 'OWNER/NAME';

function describe(plan: Plan): string {
  const { bold } = colors(process.stdout);
  const sections = [
    [bold(oneLine(describeDetection(plan.detection)))],
    plan.files.flatMap((file) => describeFile(file, plan.dryRun)),
    describeSteps(plan),
  ];
  return sections.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function describeFile({ path, state, diff = '', text }: PlannedFile, dryRun: boolean): readonly string[] {
  const { dim, green, cyan } = colors(process.stdout);
  switch (state) {
    case 'new':
      return dryRun ? [green(`+ ${path} would be written:`), ...indent(text)] : [green(`+ ${path}`)];
    case 'same':
      return [dim(`= ${path} is there already`)];
    case 'different':
      return [cyan(`~ ${path} is yours and stays as it is; what would be different:`), ...indent(diff)];
  }
}

function indent(text: string): readonly string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${showHidden(line)}`.trimEnd());
}

/** What is left for the person to do; the command that sends the first patch is the last line. */
function describeSteps({ place, dryRun }: Plan): readonly string[] {
  const { bold, dim } = colors(process.stdout);
  const repository = place.repository ?? UNKNOWN_REPOSITORY;
  return [
    bold(dryRun ? 'Nothing was written. After a run without --dry-run:' : 'What is left to do:'),
    `1. Commit it on the default branch, from the root of the clone: git add ${COMMITTED} && git commit -m 'Set Ghost Runner up' && git push`,
    `2. Allow it to open pull requests: ${CREATE_PULL_REQUESTS}.`,
    '3. Set what you want of these, under Settings > Secrets and variables > Actions. All are optional:',
    ...SETTINGS.map(({ name, kind, meaning }) => `   ${bold(name)} ${dim(`(${kind})`)}: ${meaning}.`),
    '4. See what is still missing: npx ghost-runner doctor',
    '5. Send a first patch, with GITHUB_TOKEN set to a token that writes contents, such as what gh auth token prints:',
    `   ${firstPatchCommand(repository)}`,
  ];
}

const COMMITTED = `.github/workflows/ghost-*.yml ${CONFIG_PATH}`;
