import type { Buffer } from 'node:buffer';
import type { Octokit } from '@octokit/rest';
import { type ConfigSource, ORGANISATION_REPOSITORY } from '../../policy/config-source.ts';
import type { BaseState, CommitInfo, Oid, ReadRequest, Snapshot, TreeEntry } from '../../stages/ports.ts';
import { ConfigTooLarge } from '../config-too-large.ts';
import { parseMode } from '../file-mode.ts';
import { withParentFolders } from '../paths.ts';
import type {
  CommitAnswer,
  EntryAnswer,
  OrganisationAnswer,
  RefAnswer,
  RepositoryAnswer,
} from './answers.ts';
import { readBlobs, unreadBytes } from './blobs.ts';
import { readPullRequestsFrom } from './branch-pull-requests.ts';
import { besideOf, type CommitState, commitOnly, type Entries, readEntries } from './entries.ts';
import { ask } from './graphql.ts';
import { type OpenHeads, readOpenPullRequests } from './open-pull-requests.ts';
import { FILES_PER_QUERY, type Place, snapshotQuery } from './snapshot-query.ts';

/**
 * One GraphQL query for everything. Only files beyond FILES_PER_QUERY and bytes that GraphQL can't give cost more, and
 * those are asked for side by side. `repositoryId` is the node id that mutations want.
 */
export async function readSnapshot(
  octokit: Octokit,
  place: Place,
  request: ReadRequest,
): Promise<{ readonly repositoryId: string; readonly snapshot: Snapshot }> {
  const paths = withParentFolders(request.files ?? []);
  const asked = withUsablePin(request);
  const { repository, users, organisation } = await ask(
    octokit,
    snapshotQuery(place, asked, paths.slice(0, FILES_PER_QUERY)),
  );
  const { defaultBranchRef } = repository;
  if (!defaultBranchRef) throw new Error('The repository is empty: push a first commit to it.');
  const states = [findBase(repository, asked), commitOnly(repository.pinned)] as const;
  const [inBase = NO_ENTRIES, inPinned = NO_ENTRIES] = await readEntries(octokit, place, {
    states,
    paths,
    besides: request.besides,
  });
  const config = defaultBranchRef.target?.config ?? null;
  const { fileAt } = request;
  const file = fileAt === undefined ? null : (targetOf(fileAt.ref, repository.fileAt)?.file ?? null);
  const [touched, others] = await Promise.all([
    readBlobs(octokit, place, [...inBase.values(), ...inPinned.values()]),
    // However much a patch touches, these are read.
    readBlobs(
      octokit,
      place,
      [config, file].filter((entry) => entry !== null),
    ),
  ]);
  const blobs = new Map([...touched, ...others]);
  const fileAtTooLarge = file && unreadBytes(file, blobs);
  const own = configText(config, blobs);
  const branch = request.base?.branch ?? defaultBranchRef.name;
  const refs = readRefs(repository, request.refs ?? []);
  const snapshot: Snapshot = {
    defaultBranch: defaultBranchRef.name,
    base: baseState(branch, states[0], { listed: inBase, blobs }),
    ...(request.base?.sha === undefined
      ? {}
      : { pinned: baseState(branch, states[1], { listed: inPinned, blobs }) }),
    refs,
    config: await withOrganisation(octokit, own, isOfOwner(organisation, repository) ? organisation : null),
    ...(fileAt === undefined ? {} : { fileAt: (file && blobs.get(file.oid)) ?? null }),
    ...(fileAtTooLarge === null ? {} : { fileAtTooLarge }),
    anyRefUnder: (repository.any?.totalCount ?? 0) > 0,
    ...(request.pullRequestsFrom === undefined
      ? {}
      : await readPullRequestsFrom(octokit, place, {
          newestFirst: repository.pullRequests?.nodes ?? [],
          branch: request.pullRequestsFrom.branch,
          named: request.pullRequestsFrom.named?.(refs),
        })),
    ...(request.openPullRequestsFrom === undefined || repository.open === undefined
      ? {}
      : openPullRequestsIn(
          await readOpenPullRequests(octokit, place, {
            first: repository.open,
            from: request.openPullRequestsFrom,
          }),
        )),
    labelIds: nodeIds(request.labels ?? [], (index) => repository[`l${index}`]),
    reviewerIds: nodeIds(request.reviewers ?? [], (index) => users[`u${index}`]),
  };
  return { repositoryId: repository.id, snapshot };
}

function openPullRequestsIn({ heads, whole }: OpenHeads): Pick<Snapshot, 'openPullRequests' | 'moreAreOpen'> {
  return { openPullRequests: heads, ...(whole ? {} : { moreAreOpen: true }) };
}

/** The commits of refs that `refsQuery` or `snapshotQuery` asked for; null: there is no such ref, or it is on no commit. */
export function readRefs(
  repository: RepositoryAnswer,
  refs: readonly string[],
): ReadonlyMap<string, CommitInfo | null> {
  return new Map(refs.map((ref, index) => [ref, commitInfo(targetOf(ref, repository[`r${index}`]))]));
}

/** What is no object id can't be asked for, and names no commit. */
function withUsablePin(request: ReadRequest): ReadRequest {
  if (request.base?.sha === undefined || FULL_OID.test(request.base.sha)) return request;
  const { sha: _, ...base } = request.base;
  return { ...request, base };
}

function findBase(repository: RepositoryAnswer, { base }: ReadRequest): CommitState | null {
  if (base?.branch === undefined) return commitOnly(repository.defaultBranchRef?.target);
  return commitOnly(targetOf(`refs/heads/${base.branch}`, repository.base));
}

/** Where no ref has the full name, GitHub answers with one whose name only ends like it; that one is not meant. */
function targetOf<Target>(ref: string, answer: RefAnswer<Target> | null | undefined): Target | null {
  return answer && `${answer.prefix}${answer.name}` === ref ? answer.target : null;
}

function withBytes(entries: Entries, blobs: ReadonlyMap<Oid, Buffer>): ReadonlyMap<string, TreeEntry> {
  return new Map([...entries].map(([path, entry]) => [path, treeEntry(entry, blobs)]));
}

function treeEntry(entry: EntryAnswer, blobs: ReadonlyMap<Oid, Buffer>): TreeEntry {
  const { mode, oid } = entry;
  const [bytes, size] = [blobs.get(oid), unreadBytes(entry, blobs)];
  return {
    mode: parseMode(mode.toString(8)),
    oid,
    ...(bytes === undefined ? {} : { bytes }),
    ...(size === null ? {} : { tooLarge: size }),
  };
}

function baseState(
  branch: string,
  state: CommitState | null,
  { listed, blobs }: { readonly listed: Entries; readonly blobs: ReadonlyMap<Oid, Buffer> },
): BaseState | null {
  if (state === null) return null;
  const entries = withBytes(listed, blobs);
  return { branch, sha: state.oid, tree: state.tree.oid, entries, beside: besideOf(state, listed) };
}

function commitInfo(answer: CommitAnswer | null): CommitInfo | null {
  if (answer?.tree === undefined || answer.message === undefined) return null;
  return { oid: answer.oid, tree: answer.tree.oid, message: answer.message.replace(/\n+$/, '') };
}

/** Only a regular file configures anything; one that can't be read must not pass for one that says nothing. */
function configText(entry: EntryAnswer | null, blobs: ReadonlyMap<Oid, Buffer>): string | null {
  if (entry === null || parseMode(entry.mode.toString(8)) === '120000') return null;
  const size = unreadBytes(entry, blobs);
  if (size !== null) throw new ConfigTooLarge(size);
  const bytes = blobs.get(entry.oid);
  return bytes === undefined ? null : new TextDecoder().decode(bytes);
}

/**
 * GitHub goes on from an earlier name to wherever a repository was moved, and whoever has it now must not configure those
 * of its former owner.
 */
function isOfOwner(
  organisation: OrganisationAnswer | null,
  { nameWithOwner = '' }: RepositoryAnswer,
): boolean {
  const [owner = ''] = nameWithOwner.split('/');
  const wanted = `${owner}/${ORGANISATION_REPOSITORY}`;
  return organisation?.nameWithOwner.toLowerCase() === wanted.toLowerCase();
}

/** Read in full like any other file, where GraphQL gives a part of it. */
async function withOrganisation(
  octokit: Octokit,
  own: string | null,
  organisation: OrganisationAnswer | null,
): Promise<ConfigSource> {
  const entry = organisation?.defaultBranchRef?.target?.config ?? null;
  if (organisation === null || entry === null) return own;
  const [owner = '', name = ''] = organisation.nameWithOwner.split('/');
  const text = configText(entry, await readBlobs(octokit, { owner, name }, [entry]));
  return { own, organisation: { repository: organisation.nameWithOwner, text } };
}

function nodeIds(
  names: readonly string[],
  answerAt: (index: number) => { readonly id: string } | null | undefined,
): ReadonlyMap<string, string> {
  const known = names.map((name, index) => ({ name, id: answerAt(index)?.id }));
  return new Map(known.flatMap(({ name, id }) => (id === undefined ? [] : [[name, id]])));
}

const NO_ENTRIES: Entries = new Map();
const FULL_OID = /^[0-9a-f]{40}$/;
