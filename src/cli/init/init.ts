import { CONFIG_PATH } from '../../policy/config.ts';
import { oneLine, showHidden } from '../../report/untrusted/visible.ts';
import { colors } from '../colors.ts';
import { jsonLine } from '../json-line.ts';
import { findCiNames } from './ci-names.ts';
import { compareFiles, type PlannedFile, writeNewFiles } from './compare.ts';
import { configFile } from './config-file.ts';
import { type Detection, detect } from './detect.ts';
import { openFolder } from './folder.ts';
import { describeDetection, firstPatchCommand, SETTINGS } from './guidance.ts';
import { formatNextSteps } from './next-steps.ts';
import { differsFromHead, findPlace, type Place } from './place.ts';
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
  const uncommitted =
    files.some(({ state }) => state === 'new') ||
    (await differsFromHead(
      place.root,
      files.map(({ path }) => path),
    ));
  const plan: Plan = { place, detection, files, uncommitted, dryRun: options.dryRun };
  process.stdout.write(options.json ? `${jsonLine(toJson(plan))}\n` : describe(plan));
  return 0;
}

type Plan = {
  readonly place: Place;
  readonly detection: Detection;
  readonly files: readonly PlannedFile[];
  /** Some of the files are not in the newest commit as they are, or are still to be written. */
  readonly uncommitted: boolean;
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
    formatNextSteps(
      { ...plan, repository: plan.place.repository ?? UNKNOWN_REPOSITORY },
      colors(process.stdout),
    ),
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
