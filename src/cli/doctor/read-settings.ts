import type { createOctokit } from '../../io/github/client.ts';
import { messageOf, statusOf } from '../../io/github/failure.ts';
import type { Facts, Told } from './facts.ts';

export type Reader = {
  readonly octokit: ReturnType<typeof createOctokit>;
  readonly place: { readonly owner: string; readonly repo: string };
};

export type Settings = Pick<
  Facts,
  'workflowStates' | 'actionsEnabled' | 'createsPullRequests' | 'secrets' | 'variables'
>;

/** What is set up on GitHub's pages, as far as the token is told. `organised`: its owner is an organisation. */
export async function readSettings(reader: Reader, organised: boolean): Promise<Settings> {
  const { actions } = reader.octokit.rest;
  const [workflowStates, actionsEnabled, createsPullRequests, secrets, variables] = await Promise.all([
    readStates(reader),
    tell(
      () => actions.getGithubActionsPermissionsRepository(reader.place),
      ({ data }) => data.enabled,
    ),
    tell(
      () => actions.getGithubActionsDefaultWorkflowPermissionsRepository(reader.place),
      ({ data }) => data.can_approve_pull_request_reviews,
    ),
    readSecrets(reader, organised),
    readVariables(reader, organised),
  ]);
  return { workflowStates, actionsEnabled, createsPullRequests, secrets, variables };
}

function readStates({ octokit, place }: Reader): Promise<Told<ReadonlyMap<string, string>>> {
  return tell(
    () => octokit.rest.actions.listRepoWorkflows({ ...place, per_page: 100 }),
    ({ data }) => new Map(data.workflows.map(({ path, state }) => [path, state])),
  );
}

function readSecrets(reader: Reader, organised: boolean): Promise<Told<readonly string[]>> {
  const { listRepoSecrets, listRepoOrganizationSecrets } = reader.octokit.rest.actions;
  const { paginate } = reader.octokit;
  return tellAll(
    tellNames(() => paginate(listRepoSecrets, page(reader))),
    organised ? tellNames(() => paginate(listRepoOrganizationSecrets, page(reader))) : null,
  );
}

function readVariables(reader: Reader, organised: boolean): Promise<Told<readonly string[]>> {
  const { listRepoVariables, listRepoOrganizationVariables } = reader.octokit.rest.actions;
  const { paginate } = reader.octokit;
  return tellAll(
    tellNames(() => paginate(listRepoVariables, page(reader))),
    organised ? tellNames(() => paginate(listRepoOrganizationVariables, page(reader))) : null,
  );
}

function tellNames(
  list: () => Promise<readonly { readonly name: string }[]>,
): Promise<Told<readonly string[]>> {
  return tell(list, (items) => items.map(({ name }) => name));
}

function page({ place }: Reader) {
  return { ...place, per_page: 100 };
}

/** What a repository and its organisation have together is told only if both are. */
async function tellAll(
  own: Promise<Told<readonly string[]>>,
  shared: Promise<Told<readonly string[]>> | null,
): Promise<Told<readonly string[]>> {
  const [first, second] = await Promise.all([own, shared]);
  if (!first.told || second === null) {
    return first;
  }
  return second.told ? { told: true, value: [...first.value, ...second.value] } : second;
}

/** Settings are for those who may see them; a refusal is an answer. */
async function tell<Answer, Value>(
  ask: () => Promise<Answer>,
  read: (answer: Answer) => Value | undefined,
): Promise<Told<Value>> {
  try {
    const value = read(await ask());
    return value === undefined ? { told: false, why: 'GitHub does not say.' } : { told: true, value };
  } catch (error) {
    if (!REFUSALS.includes(statusOf(error) ?? 0)) {
      throw error;
    }
    return { told: false, why: `GitHub says "${messageOf(error)}" to this token.` };
  }
}

const REFUSALS = [401, 403, 404];
