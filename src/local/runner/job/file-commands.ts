import { randomUUID } from 'node:crypto';
import { mkdir, open, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StepRecord } from './command-reader.ts';
import { parseFileCommand } from './file-command.ts';
import { type JobState, reportError } from './state.ts';

/** The files that a step's process may write to, by the variable that names them. */
export type FileCommandPaths = {
  readonly GITHUB_OUTPUT: string;
  readonly GITHUB_ENV: string;
  readonly GITHUB_PATH: string;
  readonly GITHUB_STATE: string;
  readonly GITHUB_STEP_SUMMARY: string;
};

/** New, empty files: no step sees what another one wrote. */
export async function createFileCommands(job: JobState): Promise<FileCommandPaths> {
  const folder = join(job.spec.directories.temp, '_runner_file_commands');
  await mkdir(folder, { recursive: true });
  const id = randomUUID();
  const paths = {
    GITHUB_OUTPUT: join(folder, `set_output_${id}`),
    GITHUB_ENV: join(folder, `set_env_${id}`),
    GITHUB_PATH: join(folder, `add_path_${id}`),
    GITHUB_STATE: join(folder, `save_state_${id}`),
    GITHUB_STEP_SUMMARY: join(folder, `step_summary_${id}`),
  };
  await Promise.all(Object.values(paths).map((path) => writeFile(path, '')));
  return paths;
}

/** Does what the step wrote. False where a file makes no sense, which fails the step and is reported. */
export async function obeyFileCommands(
  job: JobState,
  files: FileCommandPaths,
  step: StepRecord,
): Promise<boolean> {
  const obeyed = [
    await obeyPairs(job, files.GITHUB_OUTPUT, (name, value) => step.outputs.set(name, value)),
    await obeyPairs(job, files.GITHUB_STATE, (name, value) => step.state.set(name, value)),
    await obeyPairs(job, files.GITHUB_ENV, (name, value) => setVariable(job, name, value)),
    await obeyPath(job, files.GITHUB_PATH),
  ];
  await obeySummary(job, files.GITHUB_STEP_SUMMARY);
  return obeyed.every(Boolean);
}

async function obeyPairs(
  job: JobState,
  path: string,
  set: (name: string, value: string) => void,
): Promise<boolean> {
  const text = await readCommands(job, path);
  if (text === undefined) return false;
  const command = parseFileCommand(text);
  if (!command.ok) {
    reportError(job, `Unable to process file command: ${command.problem}`);
    return false;
  }
  for (const [name, value] of command.pairs) set(name, value);
  return true;
}

function setVariable(job: JobState, name: string, value: string): void {
  // Node would load code that it names into every process of the job.
  if (name.toUpperCase() === 'NODE_OPTIONS') {
    reportError(job, "Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
    return;
  }
  job.env.set(name, value);
}

async function obeyPath(job: JobState, path: string): Promise<boolean> {
  const text = await readCommands(job, path);
  if (text === undefined) return false;
  for (const folder of text.split(/\r?\n/).filter((line) => line !== '')) job.path.unshift(folder);
  return true;
}

async function obeySummary(job: JobState, path: string): Promise<void> {
  const size = await sizeOf(path);
  if (size === 0) return;
  if (size > MAX_SUMMARY) {
    const kib = (bytes: number): number => Math.ceil(bytes / 1024);
    reportError(
      job,
      `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${kib(MAX_SUMMARY)}k, got ${kib(size)}k.`,
    );
    return;
  }
  job.output.send({ type: 'summary', text: job.masks.mask(await readText(path)) });
}

/** Bytes, per step; as on GitHub. */
const MAX_SUMMARY = 1_048_576;

async function readCommands(job: JobState, path: string): Promise<string | undefined> {
  const size = await sizeOf(path);
  if (size <= MAX_COMMANDS) return size === 0 ? '' : readText(path);
  reportError(job, `Unable to process file command: the file has ${size} bytes, more than ${MAX_COMMANDS}.`);
  return undefined;
}

/** Bytes; far more than the outputs of a job may have, and little enough to be read at once. */
const MAX_COMMANDS = 8_388_608;

/** A file that the step removed, or put a folder in place of, says nothing. */
async function sizeOf(path: string): Promise<number> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : 0;
  } catch {
    return 0;
  }
}

/** No more than there was when its size was looked at: something may still write to it. */
async function readText(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(Math.min(size, MAX_COMMANDS));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '');
  } finally {
    await file.close();
  }
}
