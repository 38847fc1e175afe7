import { createReadStream, statSync } from 'node:fs';
import { checkPath } from '../patch/path.ts';
import { withoutPrefix } from '../patch/path-prefix.ts';
import type { Refusal } from '../patch/refusal.ts';
import { CONFIG_PATH, type Config, type ParsedConfig, parseConfig } from '../policy/config.ts';
import type { ConfigSource } from '../policy/config-source.ts';
import { type ExplainedRule, explainPath, type PathExplanation } from '../policy/explain.ts';
import { hides } from '../policy/hidden-characters.ts';
import type { PolicyOutcome } from '../policy/rules.ts';
import { formatRefusalLines } from '../report/terminal.ts';
import { oneLine } from '../report/untrusted/visible.ts';
import { colors } from './colors.ts';
import { readConfigOnGitHub } from './config-on-github.ts';
import { readBeginning } from './input.ts';
import { jsonLine } from './json-line.ts';

export type ExplainOptions = {
  readonly config: string;
  /** The organisation's config, as a file. */
  readonly organisation?: string;
  /** As `owner/name`: both configs are on GitHub, and none is a file. */
  readonly repo?: string;
  readonly token?: string;
  readonly apiUrl: string;
  readonly json: boolean;
};

/** Says which rule decides on a path; 2 where the path can be in no patch, or the config can't be used. */
export async function explainCommand(asked: string, options: ExplainOptions): Promise<number> {
  const parsed = parseConfig(await readSource(options));
  if (!parsed.ok) {
    return refuse(parsed.refusals, options);
  }
  const { path, taken } = inRepository(asked, parsed);
  const takenOff = describeTaken(taken, options.config);
  const impossible = checkPath(path);
  if (impossible !== null) {
    return refuse([impossible], options, { taken, takenOff });
  }
  const explanation = explainPath(parsed, path);
  const newName = judgeNewName(parsed.config, path);
  process.stdout.write(
    options.json
      ? `${jsonLine({ ...explanation, ...taken, ...newName, config: options.config, ...limitsOf(parsed.config) })}\n`
      : `${describe(explanation, options.config)}${takenOff}${describeNewName(newName)}${describeLimits(parsed.config)}`,
  );
  return 0;
}

async function readSource({
  config,
  organisation,
  repo,
  token,
  apiUrl,
}: ExplainOptions): Promise<ConfigSource> {
  if (repo !== undefined) {
    return await readConfigOnGitHub({ repository: repo, token, apiUrl });
  }
  const own = await readConfig(config);
  return organisation === undefined
    ? own
    : {
        own,
        organisation: { repository: ORGANISATION, text: await readText(organisation, '--organisation') },
      };
}

/** Only GitHub knows which one it is. */
const ORGANISATION = 'the organisation';

/** Where patches are taken the file is on the default branch; here it is read as it lies there. */
async function readConfig(path: string): Promise<string | null> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (path !== CONFIG_PATH || found?.isFile()) {
    return await readText(path, '--config');
  }
  if (found !== undefined) {
    // A pipe would be waited for.
    throw new Error(`${path} is no file; put the config there, or name it with --config`);
  }
  return null;
}

async function readText(path: string, option: string): Promise<string> {
  try {
    return await readBeginning(createReadStream(path), LARGEST_CONFIG);
  } catch (cause) {
    throw new Error(`${path} can't be read; name the config with ${option}`, { cause });
  }
}

/** Bytes; a config that is taken has fewer. */
const LARGEST_CONFIG = 1_000_000;

type Taken = {
  /** What was taken off the path, and where the config says so. */
  readonly taken?: {
    readonly from: string;
    readonly prefix: string;
    readonly source: ExplainedRule['source'];
  };
};

/** The path as it is judged in a patch, which may put folders before it that the repository does not have. */
function inRepository(
  asked: string,
  { config, locate }: Extract<ParsedConfig, { readonly ok: true }>,
): { readonly path: string; readonly taken: Taken } {
  const path = withoutPrefix(asked, config['path-prefixes']);
  const prefix = asked.slice(0, asked.length - path.length);
  const source = locate(['path-prefixes']) ?? 'default';
  return { path, taken: prefix === '' ? {} : { taken: { from: asked, prefix, source } } };
}

function describeTaken({ taken }: Taken, config: string): string {
  return taken === undefined
    ? ''
    : `  Without ${oneLine(taken.prefix)}, which is taken off the paths of patches by path-prefixes, ${describeSource(taken.source, config)}.\n`;
}

function refuse(
  refusals: readonly Refusal[],
  { json }: ExplainOptions,
  { taken = {}, takenOff = '' }: { readonly taken?: Taken; readonly takenOff?: string } = {},
): number {
  const lines = formatRefusalLines(refusals, colors(process.stdout));
  process.stdout.write(json ? `${jsonLine({ refusals, ...taken })}\n` : `${lines.join('\n')}\n${takenOff}`);
  return REFUSED_EXIT_CODE;
}

const REFUSED_EXIT_CODE = 2;

type NewName = { readonly newName?: { readonly outcome: PolicyOutcome; readonly rule: string } };

/** A name that hides something decides only about files that are to have it, and nothing about those that are there. */
function judgeNewName({ policy }: Config, path: string): NewName {
  const outcome = policy.rules['hidden-characters'];
  return hides(path) && outcome !== 'allow'
    ? { newName: { outcome, rule: 'policy.rules.hidden-characters' } }
    : {};
}

function describeNewName({ newName }: NewName): string {
  return newName === undefined
    ? ''
    : `  For a new file: ${newName.outcome} by ${newName.rule}, because the name holds characters that can't be seen or that reorder others.\n`;
}

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

/** They are about no path, so they stand beside what decides on one, where there are any. */
function limitsOf({ limits }: Config): { readonly limits?: Config['limits'] } {
  return Object.keys(limits).length === 0 ? {} : { limits };
}

function describeLimits({ limits }: Config): string {
  const { 'per-sender-per-hour': bySender, 'open-pull-requests': open } = limits;
  const said = [
    ...(bySender === undefined ? [] : [`${bySender} new patches of one sender within an hour`]),
    ...(open === undefined ? [] : [`${open} open pull requests`]),
  ];
  const { dim } = colors(process.stdout);
  return said.length === 0 ? '' : `${dim(`  Whatever a patch changes, at most: ${said.join(', ')}.`)}\n`;
}

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
      return `${oneLine(source.file ?? config)}:${source.line}:${source.column}`;
  }
}
