import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyPatch } from 'diff';
import type { Applier, Task } from './applier.ts';
import type { Answer } from './score.ts';
import { inScratch, runIn } from './scratch.ts';

/** Other appliers, each with the formats that it takes; those that are not installed refuse everything. */
export const NEIGHBOURS: readonly Applier[] = [
  diffCommand('git apply', ({ patch }) => ['git', 'apply', patch]),
  diffCommand('git apply --recount -C1', ({ patch }) => ['git', 'apply', '--recount', '-C1', patch]),
  diffCommand('GNU patch', ({ file, patch }) => [...GNU_PATCH, file, patch]),
  diffCommand('GNU patch -F3 -l', ({ file, patch }) => [...GNU_PATCH, '-F3', '-l', file, patch]),
  { name: 'jsdiff', formats: ['diff'], apply: (task) => jsdiff(task, 0) },
  { name: 'jsdiff, fuzz 2', formats: ['diff'], apply: (task) => jsdiff(task, 2) },
  { name: 'llm-diff-patcher', formats: ['diff'], apply: llmDiffPatcher },
  { name: 'openai-agents', formats: ['apply_patch'], apply: openaiAgents },
  { name: 'codex', formats: ['apply_patch'], apply: codex },
];

const HOME = join(import.meta.dirname, 'neighbours');

/**
 * Installs the neighbours that come as packages, as their lock says, where they are missing. Returns a
 * sentence about what is missing afterwards; null: nothing.
 */
export function installNeighbours(): string | null {
  if (existsSync(join(HOME, 'node_modules'))) return null;
  const problem = runIn(HOME, ['npm', 'ci', '--workspaces=false', '--no-audit', '--no-fund']);
  if (problem === null) return null;
  const [first] = problem.split('\n');
  return `The neighbours from npm could not be installed (${first}), so they are left out. Run npm ci in bench/apply/neighbours.`;
}

/** The neighbours that can be run here. */
export function presentNeighbours(): readonly Applier[] {
  const missing = new Set<string>();
  const hasPatch = spawnSync('patch', ['--version']).status === 0;
  if (!hasPatch) for (const { name } of NEIGHBOURS) if (name.startsWith('GNU patch')) missing.add(name);
  if (!existsSync(join(HOME, 'node_modules/llm-diff-patcher'))) missing.add('llm-diff-patcher');
  if (!existsSync(join(HOME, 'node_modules/@openai/agents-core'))) missing.add('openai-agents');
  if (codexBinary() === undefined) missing.add('codex');
  return NEIGHBOURS.filter(({ name }) => !missing.has(name));
}

const GNU_PATCH = ['patch', '--batch', '--forward', '--no-backup-if-mismatch', '-r', '-'] as const;

function diffCommand(
  name: string,
  command: (scratch: { readonly file: string; readonly patch: string }) => readonly [string, ...string[]],
): Applier {
  return {
    name,
    formats: ['diff'],
    apply: (task) => inScratch(task, (scratch) => runIn(scratch.folder, command(scratch))),
  };
}

function jsdiff({ base, patch }: Task, fuzzFactor: number): Answer {
  const text = applyPatch(base, patch, { fuzzFactor });
  return text === false ? { ok: false, reason: 'It returned false.' } : { ok: true, text };
}

/** It says of no hunk whether it was applied, so an unchanged file counts as a refusal. */
function llmDiffPatcher(task: Task): Answer {
  const applyPatchToFiles = neighbourFunction('llm-diff-patcher', 'applyPatchToFiles');
  const answer = inScratch(task, ({ folder }) => {
    applyPatchToFiles(task.patch, { basePath: folder, dryRun: false });
    return null;
  });
  return answer.ok && answer.text === task.base ? { ok: false, reason: 'It changed nothing.' } : answer;
}

/** It takes the hunks of one file, without the lines around them. */
function openaiAgents({ base, patch }: Task): Answer {
  const applyDiff = neighbourFunction('@openai/agents-core/utils', 'applyDiff');
  const lines = patch.split('\n');
  const begin = lines.findIndex((line) => line.startsWith('*** Begin Patch'));
  const hunks = lines.slice(begin + 1).filter((line) => !/^\*\*\* (?:End Patch|Update File: )/.test(line));
  return { ok: true, text: String(applyDiff(base, hunks.join('\n'))) };
}

function neighbourFunction(packageName: string, name: string): (...args: readonly unknown[]) => unknown {
  const loaded: unknown = createRequire(join(HOME, 'package.json'))(packageName);
  const found: unknown =
    typeof loaded === 'object' && loaded !== null ? Reflect.get(loaded, name) : undefined;
  if (typeof found !== 'function') throw new TypeError(`${packageName} has no function ${name}.`);
  return (...args) => Reflect.apply(found, undefined, args);
}

/** The program behaves as its applier when it is called by the applier's name. */
function codex(task: Task): Answer {
  const folder = mkdtempSync(join(tmpdir(), 'bench-codex-'));
  try {
    const link = join(folder, 'apply_patch');
    symlinkSync(codexBinary() ?? '', link);
    return inScratch(task, ({ folder }) => runIn(folder, [link], task.patch));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function codexBinary(): string | undefined {
  const [binary] = globSync('node_modules/@openai/codex-*/vendor/*/bin/codex', { cwd: HOME });
  return binary === undefined ? undefined : join(HOME, binary);
}
