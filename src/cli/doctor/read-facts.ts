import { createOctokit } from '../../io/github/client.ts';
import { attempt } from '../../io/github/errors.ts';
import { statusOf } from '../../io/github/failure.ts';
import { createApiRepository } from '../../io/github/repository.ts';
import { CONFIG_PATH } from '../../policy/config.ts';
import { type ConfigSource, ORGANISATION_REPOSITORY } from '../../policy/config-source.ts';
import type { AppIdentity } from '../app-identity.ts';
import { MOST_WORKFLOWS } from '../init/ci-names.ts';
import { WORKFLOWS_FOLDER } from '../init/workflow-files.ts';
import { readable, type WorkflowFile } from '../init/workflow-text.ts';
import type { Facts } from './facts.ts';
import { askApp } from './read-app.ts';
import { type Reader, readSettings } from './read-settings.ts';
import { readSwitches } from './read-switches.ts';
import { askServer, askSlack } from './services.ts';

export type Sources = {
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
  readonly apiUrl: string;
  /** null: nobody asks. */
  readonly slack: { readonly token: string; readonly apiUrl: string } | null;
  /** Address of the App's server; null: nobody asks. */
  readonly server: string | null;
  /** The server's App; null: nobody asks. */
  readonly app: AppIdentity | null;
};

/** Looks at everything, side by side. Throws where the repository itself can not be seen. */
export async function readFacts({ repository, token, apiUrl, slack, server, app }: Sources): Promise<Facts> {
  const octokit = createOctokit({ token, apiUrl });
  const [owner = '', repo = ''] = repository.split('/');
  const reader: Reader = { octokit, place: { owner, repo } };
  const found = await attempt(`look at ${repository}`, () => octokit.rest.repos.get(reader.place));
  const { default_branch: defaultBranch, archived, permissions } = found.data;
  const date = Date.parse(found.headers.date ?? '');
  const aheadSeconds = Number.isNaN(date) ? null : (Date.now() - date) / 1000;
  const [workflows, config, switches, settings, slackFacts, serverFacts, appFacts] = await Promise.all([
    readWorkflows(reader),
    readConfig(reader),
    readSwitches(createApiRepository({ octokit, owner, name: repo }), new Date()),
    readSettings(reader, found.data.owner.type === 'Organization'),
    askSlack(slack),
    askServer(server),
    askApp(app, { repository, apiUrl }),
  ]);
  return {
    repository,
    aheadSeconds,
    defaultBranch,
    archived,
    mayPush: permissions?.push ?? null,
    ...workflows,
    config,
    switches,
    ...settings,
    slack: slackFacts,
    server: serverFacts,
    app: appFacts,
  };
}

async function readWorkflows(reader: Reader): Promise<Pick<Facts, 'workflows' | 'unreadWorkflows'>> {
  const listed = await ifThere(() =>
    reader.octokit.rest.repos.getContent({ ...reader.place, path: WORKFLOWS_FOLDER }),
  );
  const paths = (Array.isArray(listed?.data) ? listed.data : [])
    .filter(({ type, path }) => type === 'file' && /\.ya?ml$/.test(path))
    .map(({ path }) => path)
    .toSorted((one, other) => Number(isOurs(other)) - Number(isOurs(one)));
  const texts = await Promise.all(
    paths
      // Each costs a request.
      .slice(0, MOST_WORKFLOWS)
      .map(async (path): Promise<WorkflowFile> => [path, (await readText(reader, path)) ?? '']),
  );
  const workflows = new Map(readable(texts));
  return { workflows, unreadWorkflows: paths.filter((path) => !workflows.has(path)) };
}

function isOurs(path: string): boolean {
  return path.startsWith(`${WORKFLOWS_FOLDER}/ghost-`);
}

async function readConfig(reader: Reader): Promise<ConfigSource> {
  const { owner, repo } = reader.place;
  const above: Reader = { ...reader, place: { owner, repo: ORGANISATION_REPOSITORY } };
  const [own, text] = await Promise.all([
    readText(reader, CONFIG_PATH),
    repo === ORGANISATION_REPOSITORY ? null : readText(above, CONFIG_PATH),
  ]);
  return text === null
    ? own
    : { own, organisation: { repository: `${owner}/${ORGANISATION_REPOSITORY}`, text } };
}

/** Text of a file on the default branch; null: there is none. */
async function readText(reader: Reader, path: string): Promise<string | null> {
  const answer = await ifThere(() => reader.octokit.rest.repos.getContent({ ...reader.place, path }));
  const data = answer?.data;
  return data === undefined || Array.isArray(data) || data.type !== 'file'
    ? null
    : Buffer.from(data.content, 'base64').toString('utf8');
}

async function ifThere<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (statusOf(error) === NOT_FOUND) {
      return undefined;
    }
    throw error;
  }
}

const NOT_FOUND = 404;
