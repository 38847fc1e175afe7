import { cutText } from '../../report/untrusted/cut.ts';
import { oneLine } from '../../report/untrusted/visible.ts';
import { readIdentity } from '../app-identity.ts';
import { colors } from '../colors.ts';
import { findPlace } from '../init/place.ts';
import { jsonLine } from '../json-line.ts';
import { examine } from './examine.ts';
import type { Finding } from './finding.ts';
import { readFacts } from './read-facts.ts';
import { SWITCH_CHECK } from './switches.ts';

export type DoctorOptions = {
  readonly repo?: string;
  readonly token?: string;
  readonly apiUrl: string;
  readonly slackToken?: string;
  readonly slackApiUrl: string;
  readonly server?: string;
  readonly json: boolean;
};

/** Says what a repository lacks; 2 where that is something without which no patch can come. */
export async function doctorCommand(options: DoctorOptions): Promise<number> {
  const repository = options.repo ?? (await findOrigin());
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    throw new Error(`--repo must be owner/name, not ${repository}`);
  }
  if (!options.token) {
    throw new Error(
      'no token: set GITHUB_TOKEN or give --token, with contents: read on the repository, such as what gh auth token prints',
    );
  }
  const { token, apiUrl, slackToken, slackApiUrl, server } = options;
  const facts = await readFacts({
    repository,
    token,
    apiUrl,
    slack: slackToken ? { token: slackToken, apiUrl: slackApiUrl } : null,
    server: server || null,
    app: readIdentity(),
  });
  const findings = examine(facts);
  const usable = findings.every(({ state }) => state !== 'missing');
  process.stdout.write(
    options.json ? `${jsonLine({ repository, usable, findings })}\n` : describe(repository, findings),
  );
  return usable ? 0 : MISSING_EXIT_CODE;
}

const MISSING_EXIT_CODE = 2;

async function findOrigin(): Promise<string> {
  const { repository } = await findPlace(process.cwd());
  if (repository === null) {
    throw new Error('this clone has no remote origin that names a repository; give --repo owner/name');
  }
  return repository;
}

function describe(repository: string, findings: readonly Finding[]): string {
  const { bold } = colors(process.stdout);
  const lines = findings.flatMap(describeFinding);
  const inTheWay = findings.filter(({ state }) => state === 'missing');
  const lacking = inTheWay.filter(({ check }) => check !== SWITCH_CHECK).length;
  const verdict =
    inTheWay.length === 0
      ? `${repository} is ready for patches.`
      : lacking === 0
        ? `Nothing is missing in ${repository}, but its patches are stopped; see the last ✘.`
        : `${lacking} ${lacking === 1 ? 'thing is' : 'things are'} missing in ${repository}; begin with the first.`;
  return `${[...lines, '', bold(verdict)].join('\n')}\n`;
}

function describeFinding({ state, says, fix }: Finding): readonly string[] {
  const { green, red, cyan, dim } = colors(process.stdout);
  const mark = { well: green('✔'), missing: red('✘'), advice: cyan('•'), unknown: dim('?') }[state];
  return [`${mark} ${cutText(oneLine(says), LONGEST_LINE)}`, ...(fix === undefined ? [] : [`    → ${fix}`])];
}

/** Characters. Names of workflows, and what others answer, may be of any length. */
const LONGEST_LINE = 500;
