import { parentsOf } from '../../apply/tree.ts';
import { ORGANISATION_REPOSITORY } from '../../policy/config-source.ts';
import type { Oid, ReadRequest } from '../../stages/ports.ts';
import { LARGEST_PAGE } from './pages.ts';

export type Query = { readonly text: string; readonly variables: { readonly [name: string]: unknown } };

/** Everything that a read request asks for, except files beyond `paths`. Answers are aliased by position: `f0`, `r0`, `l0`, `u0`. */
export function snapshotQuery(place: Place, request: ReadRequest, paths: readonly string[]): Query {
  const variables = createVariables(place);
  const {
    base = {},
    config,
    fileAt,
    anyRefUnder,
    pullRequestsFrom,
    openPullRequestsFrom,
    besides = [],
    refs = [],
    labels = [],
    reviewers = [],
  } = request;
  const listed = besides.length === 0 ? NONE : new Set(['', ...besides.flatMap(parentsOf)]);
  const state = stateFragment(variables, paths, listed);
  const fields = [
    'id',
    config === undefined ? '' : 'nameWithOwner',
    `defaultBranchRef { name target { ${base.branch === undefined ? '...state' : 'oid'} ${configField(variables, config)} } }`,
    base.branch === undefined
      ? ''
      : `base: ref(qualifiedName: ${variables.bind('String!', `refs/heads/${base.branch}`)}) { prefix name target { ...state } }`,
    base.sha === undefined
      ? ''
      : `pinned: object(oid: ${variables.bind('GitObjectID!', base.sha)}) { ...state }`,
    refFields(variables, refs),
    fileAt === undefined ? '' : fileAtField(variables, fileAt),
    anyRefUnder === undefined
      ? ''
      : `any: refs(refPrefix: ${variables.bind('String!', anyRefUnder)}, first: 1) { totalCount }`,
    pullRequestsFrom === undefined ? '' : pullRequestField(variables, pullRequestsFrom.branch),
    openPullRequestsFrom === undefined ? '' : openPullRequestsField(variables),
    ...labels.map((label, index) => `l${index}: label(name: ${variables.bind('String!', label)}) { id }`),
  ];
  const users = reviewers.map(
    (login, index) => `u${index}: user(login: ${variables.bind('String!', login)}) { id }`,
  );
  return variables.query('Snapshot', {
    fields,
    beside: [...users, organisationField(variables, place, config)],
    fragments: [state, paths.length > 0 || config !== undefined || fileAt !== undefined ? ENTRY : ''],
  });
}

const NONE: ReadonlySet<string> = new Set();

/** More files of commits that are known by now, aliased `o0`, `o1` and so on. */
export function filesQuery(
  place: Place,
  {
    commits,
    paths,
    besides = [],
  }: {
    readonly commits: readonly Oid[];
    readonly paths: readonly string[];
    readonly besides?: readonly string[] | undefined;
  },
): Query {
  const variables = createVariables(place);
  const fields = commits.map(
    (oid, index) => `o${index}: object(oid: ${variables.bind('GitObjectID!', oid)}) { ...state }`,
  );
  return variables.query('Files', {
    fields,
    beside: [],
    fragments: [stateFragment(variables, paths, new Set(besides.flatMap(parentsOf))), ENTRY],
  });
}

/** Where refs stand, aliased `r0`, `r1` and so on, and the repository's node id. */
export function refsQuery(place: Place, refs: readonly string[]): Query {
  const variables = createVariables(place);
  return variables.query('Refs', { fields: ['id', refFields(variables, refs)], beside: [], fragments: [] });
}

/** The page of open pull requests that comes after another one. */
export function openPullRequestsQuery(place: Place, after: string): Query {
  const variables = createVariables(place);
  const fields = ['id', openPullRequestsField(variables, after)];
  return variables.query('Open', { fields, beside: [], fragments: [] });
}

/** Paths that one query asks for, parent folders among them: GitHub answers in ten seconds or not at all. */
export const FILES_PER_QUERY = 100;

export type Place = { readonly owner: string; readonly name: string };

type Variables = ReturnType<typeof createVariables>;

/** No value from outside is ever written into a query's text. */
function createVariables(place: Place) {
  const declared = ['$owner: String!', '$name: String!'];
  const values: { [name: string]: unknown } = { ...place };
  return {
    bind(type: string, value: unknown): string {
      const name = `v${declared.length}`;
      declared.push(`$${name}: ${type}`);
      values[name] = value;
      return `$${name}`;
    },
    query(
      name: string,
      parts: {
        readonly fields: readonly string[];
        readonly beside: readonly string[];
        readonly fragments: readonly string[];
      },
    ): Query {
      const { fields, beside, fragments } = parts;
      const body = `repository(owner: $owner, name: $name) { ${join(fields)} } ${join(beside)}`;
      return {
        text: `query ${name}(${declared.join(', ')}) { ${body} } ${join(fragments)}`,
        variables: values,
      };
    },
  };
}

function join(parts: readonly string[]): string {
  return parts.filter(Boolean).join('\n');
}

/** `listed` are folders whose names are wanted; the root is ''. */
function stateFragment(variables: Variables, paths: readonly string[], listed: ReadonlySet<string>): string {
  const files = paths.map((path, index) => {
    const names = listed.has(path) ? `object { ... on Tree ${NAMES} }` : '';
    return `f${index}: file(path: ${variables.bind('String!', path)}) { ...entry ${names} }`;
  });
  return `fragment state on Commit { oid tree { oid ${listed.has('') ? 'entries { name }' : ''} } ${join(files)} }`;
}

const NAMES = '{ entries { name } }';

const ENTRY =
  'fragment entry on TreeEntry { mode type oid object { ... on Blob { byteSize text isTruncated } } }';

function configField(variables: Variables, config: string | undefined): string {
  return config === undefined
    ? ''
    : `... on Commit { config: file(path: ${variables.bind('String!', config)}) { ...entry } }`;
}

/**
 * The organisation's config, in the same request. Where there is no such repository, or the token may not see it, that is
 * an error of this one field.
 */
function organisationField(variables: Variables, { name }: Place, config: string | undefined): string {
  if (config === undefined || name === ORGANISATION_REPOSITORY) return '';
  const repository = `repository(owner: $owner, name: ${variables.bind('String!', ORGANISATION_REPOSITORY)})`;
  return `organisation: ${repository} { nameWithOwner defaultBranchRef { target { ${configField(variables, config)} } } }`;
}

function fileAtField(variables: Variables, { ref, path }: NonNullable<ReadRequest['fileAt']>): string {
  const [name, file] = [variables.bind('String!', ref), variables.bind('String!', path)];
  return `fileAt: ref(qualifiedName: ${name}) { prefix name target { ... on Commit { file(path: ${file}) { ...entry } } } }`;
}

/** A short name that happens to match answers too, so the full name is asked for to be compared. */
function refFields(variables: Variables, refs: readonly string[]): string {
  return join(
    refs.map((ref, index) => {
      return `r${index}: ref(qualifiedName: ${variables.bind('String!', ref)}) { prefix name target { oid ... on Commit { tree { oid } message } } }`;
    }),
  );
}

/** Not only the newest, since forks may use the same branch name; branch-pull-requests.ts looks on where they fill the page. */
function pullRequestField(variables: Variables, branch: string): string {
  const selection = `headRefName: ${variables.bind('String!', branch)}, first: ${LARGEST_PAGE}, orderBy: { field: CREATED_AT, direction: DESC }`;
  return `pullRequests(${selection}) { nodes { id number url state isDraft headRefOid baseRefName isCrossRepository viewerDidAuthor author { type: __typename } mergeCommit { oid } mergedBy { login } } }`;
}

/** GitHub finds heads by their whole names only, so all are asked for, and those that are not wanted left out later. */
function openPullRequestsField(variables: Variables, after: string | null = null): string {
  const order = 'orderBy: { field: CREATED_AT, direction: DESC }';
  const page = `first: ${LARGEST_PAGE}, after: ${variables.bind('String', after)}`;
  return `open: pullRequests(states: OPEN, ${order}, ${page}) { nodes { number url headRefName isCrossRepository } pageInfo { hasNextPage endCursor } }`;
}
