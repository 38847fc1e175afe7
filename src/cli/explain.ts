import { readFile } from 'node:fs/promises';
import { checkPath } from '../patch/path.ts';
import type { Refusal } from '../patch/refusal.ts';
import { CONFIG_PATH, parseConfig } from '../policy/config.ts';
import { type ExplainedRule, explainPath, type PathExplanation } from '../policy/explain.ts';
import type { PolicyOutcome } from '../policy/rules.ts';
import { formatRefusalLines } from '../report/terminal.ts';
import { oneLine } from '../report/untrusted/visible.ts';
import { colors } from './colors.ts';

export type ExplainOptions = { readonly config: string; readonly json: boolean };

/** Says which rule decides on a path; 2 where the path can be in no patch, or the config can't be used. */
export async function explainCommand(path: string, options: ExplainOptions): Promise<number> {
  const parsed = parseConfig(await readConfig(options.config));
  if (!parsed.ok) {
    return refuse(parsed.refusals, options);
  }
  const impossible = checkPath(path);
  if (impossible !== null) {
    return refuse([impossible], options);
  }
  const explanation = explainPath(parsed, path);
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ ...explanation, config: options.config })}\n`
      : describe(explanation, options.config),
  );
  return 0;
}

/** Where patches are taken the file is on the default branch; here it is read as it lies there. */
async function readConfig(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (path === CONFIG_PATH && cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
      return null;
    }
    throw new Error(`${path} can't be read; name the config with --config`, { cause });
  }
}

function refuse(refusals: readonly Refusal[], { json }: ExplainOptions): number {
  const lines = formatRefusalLines(refusals, colors(process.stdout));
  process.stdout.write(json ? `${JSON.stringify({ refusals })}\n` : `${lines.join('\n')}\n`);
  return REFUSED_EXIT_CODE;
}

const REFUSED_EXIT_CODE = 2;

function describe({ path, outcome, rules }: PathExplanation, config: string): string {
  const { bold, dim, ...paint } = colors(process.stdout);
  const painted = { allow: paint.green, review: paint.cyan, refuse: paint.red }[outcome](outcome);
  const head = `${bold(oneLine(path))}: ${painted}. ${MEANINGS[outcome]}`;
  const [decisive, ...others] = rules;
  const lines =
    decisive === undefined
      ? ['  No rule is about this path.']
      : [
          `  ${describeRule(decisive, config)}`,
          ...others.map((rule) => dim(`  also: ${rule.outcome} by ${describeRule(rule, config)}`)),
        ];
  return `${[head, ...lines].join('\n')}\n`;
}

const MEANINGS: { readonly [outcome in PolicyOutcome]: string } = {
  allow: 'Patches may change it.',
  review: 'A patch that changes it becomes a draft, and waits for an approval.',
  refuse: 'A patch that changes it is refused.',
};

function describeRule({ rule, pattern, source }: ExplainedRule, config: string): string {
  const by = pattern === null ? 'no glob of it matches' : `by ${oneLine(pattern)}`;
  return `${rule}, ${by}, ${describeSource(source, config)}`;
}

function describeSource(source: ExplainedRule['source'], config: string): string {
  switch (source) {
    case 'default':
      return 'by default';
    case 'fixed':
      return 'fixed, whatever the config says';
    default:
      return `${oneLine(config)}:${source.line}:${source.column}`;
  }
}
