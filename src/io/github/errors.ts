import { headerOf, messageOf, property, statusOf, wasUnanswered } from './failure.ts';
import { limitIn } from './limits.ts';
import { hadLostTry } from './lost-tries.ts';
import { UnreadableAnswer } from './readable.ts';

/** GitHub refused, failed, or could not be reached. The message says what was attempted, what GitHub said and what to do. */
export class GitHubError extends Error {
  readonly attempted: string;
  /** HTTP status; null where there was no answer, or an answer of 200 with GraphQL errors. */
  readonly status: number | null;
  /** GitHub's own words. */
  readonly said: string;
  readonly remedy: string;
  /** It may have been done all the same, because no proper answer came to it, or to a try of it before. */
  readonly unclear: boolean;
  /** When the rate limit ends for which it was refused at last; null: it was not. */
  readonly limitedUntil: Date | null;

  constructor(attempted: string, cause: unknown) {
    const said = withoutTokens(firstOf(messageOf(cause)));
    const status = statusOf(cause);
    const lost =
      wasUnanswered(cause) || cause instanceof UnreadableAnswer || cause instanceof ContradictoryAnswers;
    const remedy = lost ? remedyOfLoss(said) : findRemedy(status, said, neededBy(cause));
    super([`Could not ${attempted}: ${endSentence(said)}`, remedy].filter(Boolean).join(' '), { cause });
    this.name = 'GitHubError';
    this.attempted = attempted;
    this.status = status;
    this.said = said;
    this.remedy = remedy;
    const limit = limitIn(cause);
    this.limitedUntil = limit?.until ?? null;
    this.unclear = lost || (status !== null && status >= 500) || limit?.unclear === true || hadLostTry(cause);
  }
}

/** What GitHub says now does not go with what it said before, so that nobody knows what it has done. */
export class ContradictoryAnswers extends Error {}

/** Does the work; whatever it throws becomes a GitHubError about `attempted`, such as `open the pull request`. */
export async function attempt<Result>(attempted: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof GitHubError ? error : new GitHubError(attempted, error);
  }
}

function endSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** What stands in for GitHub may answer with a page of its own. */
function firstOf(text: string): string {
  return text.length <= LONGEST_SAID ? text : `${text.slice(0, LONGEST_SAID)} …`;
}

/** Characters; GitHub's own words are far fewer. */
const LONGEST_SAID = 2_000;

function withoutTokens(text: string): string {
  return text.replace(/\b(gh[a-z]_|github_pat_)\w+/g, '$1***');
}

/** Permissions with which GitHub would have done it, such as `actions: write`. */
function neededBy(cause: unknown): string {
  const told = headerOf(cause, 'x-accepted-github-permissions');
  const usual = isQuery(cause) ? READING_NEEDS : USUALLY_NEEDED;
  return told === undefined ? usual : told.replaceAll('=', ': ').replaceAll(';', ', or');
}

/** GraphQL does not say what it needs. */
function isQuery(cause: unknown): boolean {
  const query = property(property(cause, 'request'), 'query');
  return typeof query === 'string' && query.trimStart().startsWith('query');
}

const READING_NEEDS = 'contents and pull-requests, each "read"';
const USUALLY_NEEDED = 'contents, pull-requests and statuses, each "write"';

function findRemedy(status: number | null, said: string, needed: string): string {
  const found = REMEDIES.find(({ applies }) => applies(status, said));
  return found?.remedy.replace(NEEDED, () => needed) ?? '';
}

/** Stands in a remedy for the permissions that are needed. */
const NEEDED = '{needed}';

const NOT_ANSWERING = 'GitHub is not answering as it should: run it again later.';

function remedyOfLoss(said: string): string {
  return NO_SUCH_NAME.test(said) ? NO_DNS : NOT_ANSWERING;
}

/** What Node says of a name that can't be looked up. */
const NO_SUCH_NAME = /\b(?:ENOTFOUND|EAI_AGAIN)\b/;

const NO_DNS = "This machine can't look up GitHub's address: check its DNS, then run it again.";

/** The first that applies is given. */
const REMEDIES: readonly {
  readonly applies: (status: number | null, said: string) => boolean;
  readonly remedy: string;
}[] = [
  {
    applies: (_, said) => /not permitted to create or approve pull requests/i.test(said),
    remedy:
      'Turn on "Allow GitHub Actions to create and approve pull requests" under Settings, Actions, General, or give the Action the token of a GitHub App.',
  },
  {
    applies: (_, said) => /without `?workflows?`? (?:permission|scope)/i.test(said),
    remedy:
      'Workflow files can only be written with the token of a GitHub App or person that has the permission "workflows".',
  },
  {
    applies: (status, said) => status === 429 || /rate limit/i.test(said),
    remedy: 'Run it again when the rate limit has reset.',
  },
  {
    applies: (status) => status === 401,
    remedy: 'Check the token: it is unknown here, has expired or was revoked.',
  },
  {
    applies: (status, said) => status === 403 && /^This installation has been suspended/i.test(said),
    remedy:
      'The App is suspended there: whoever owns the account lifts that in its settings, under "GitHub Apps".',
  },
  {
    applies: (status, said) => status === 403 && /^Repository was archived/i.test(said),
    remedy: 'Unarchive the repository in its settings, or name another one.',
  },
  {
    applies: (status, said) => status === 403 || /not accessible by/i.test(said),
    remedy: `Give the token or job the permission that this needs: ${NEEDED}.`,
  },
  {
    applies: (status, said) => status === 404 || /could not resolve to a repository/i.test(said),
    remedy: 'Check the name of the repository, and that the token may see it.',
  },
  {
    applies: (status) => status !== null && status >= 500,
    remedy: NOT_ANSWERING,
  },
];
