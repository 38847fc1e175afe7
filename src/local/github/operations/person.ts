import type { WorkflowRun } from '../../contract.ts';
import { createTrigger } from '../events/events.ts';
import type { Reply } from '../http/reply.ts';
import type { Cause, PullRequest, Repository, RoleName, User } from '../model.ts';
import type { Platform } from '../platform.ts';
import { ensureUser } from '../world.ts';
import { addComment, deleteComment, editComment, findComment, type PlacedComment } from './comments.ts';
import { commitFiles, type Files } from './create.ts';
import { findThread } from './issues.ts';
import { mergePull } from './merge.ts';
import { branchHead, openPull, reopenPull } from './pulls.ts';
import { closePull } from './refs.ts';

/**
 * Somebody at GitHub's pages, in one repository. Everything starts the workflows that it would start there, and throws
 * where the pages would not let this person do it.
 */
export type Person = {
  /** On a pull request or an issue; whoever sees a repository may comment in it. Gives the comment's id. */
  comment(number: number, body: string): Promise<number>;
  /** Authors may change their own comments, and whoever may write those of others too. */
  editComment(id: number, body: string): Promise<void>;
  deleteComment(id: number): Promise<void>;
  openPullRequest(pull: {
    readonly head: string;
    readonly base?: string;
    readonly title: string;
  }): Promise<number>;
  /** Gives the new commit of the base branch. */
  merge(number: number, method?: 'merge' | 'squash'): Promise<string>;
  close(number: number): Promise<void>;
  reopen(number: number): Promise<void>;
  /** One commit on a branch; `null` as content removes a file. Gives its id. */
  push(branch: string, files: Files, message?: string): Promise<string>;
  /** Sends the form of a workflow in the Actions tab, by the workflow's file name. */
  runWorkflow(file: string, inputs?: { readonly [name: string]: string }): Promise<WorkflowRun>;
  /** Presses "Cancel workflow", or its forced form. */
  cancelRun(id: number, options?: { readonly force?: boolean }): void;
  rerun(id: number, options?: { readonly failedOnly?: boolean }): Promise<void>;
};

/** Who is not known yet is made; without a role it is a stranger. */
export function createPerson(platform: Platform, repository: Repository, login: string): Person {
  const user = ensureUser(platform.world, login);
  const cause: Cause = { user, token: null };
  const may = (level: PageRight) => requireRight(repository, user, level);

  return {
    async comment(number, body) {
      may('read');
      const thread = findThread(repository, number) ?? missing(repository, `#${number}`);
      return (await addComment(platform, thread, body, cause)).id;
    },
    async editComment(id, body) {
      await editComment(platform, ownComment(repository, user, id), body, cause);
    },
    async deleteComment(id) {
      await deleteComment(platform, ownComment(repository, user, id), cause);
    },
    async openPullRequest({ head, base = repository.defaultBranch, title }) {
      may('write');
      return done(
        await openPull(platform, repository, { head, base, title, body: null, draft: false }, cause),
      ).number;
    },
    async merge(number, method = 'merge') {
      may('write');
      return done(await mergePull(platform, findPull(repository, number), { method }, cause));
    },
    async close(number) {
      const pull = findPull(repository, number);
      if (pull.author !== user) {
        may('triage');
      }
      if (pull.state === 'open') {
        await closePull(platform, pull, cause);
      }
    },
    async reopen(number) {
      may('triage');
      const pull = findPull(repository, number);
      if (pull.state === 'closed' && !(await reopenPull(platform, pull, cause))) {
        throw new Error(`pull request #${number} can't be reopened`);
      }
    },
    async push(branch, files, message = 'Change files') {
      may('write');
      return await commitFiles(platform, repository, { branch, files, message, author: login });
    },
    async runWorkflow(file, inputs = {}) {
      may('write');
      return await runWorkflow(platform, repository, { file, inputs, cause });
    },
    cancelRun(id, options) {
      may('write');
      platform.engine?.cancel(id, options);
    },
    async rerun(id, options) {
      may('write');
      await platform.engine?.rerun(id, { ...options, actor: user.login });
    },
  };
}

type PageRight = 'read' | 'triage' | 'write';

/** What each role may; a role of the organisation's own making may read. */
const RIGHTS: { readonly [right in PageRight]: readonly RoleName[] } = {
  read: [],
  triage: ['triage', 'write', 'maintain', 'admin'],
  write: ['write', 'maintain', 'admin'],
};

function requireRight(repository: Repository, user: User, right: PageRight): void {
  const role = repository.collaborators.get(user.login);
  const allowed =
    right === 'read' ? role !== undefined || !repository.private : RIGHTS[right].includes(role ?? '');
  if (!allowed) {
    throw new Error(`${user.login} may not do that in ${repository.fullName}: the role is ${role ?? 'none'}`);
  }
}

function missing(repository: Repository, what: string): never {
  throw new Error(`${repository.fullName} has no ${what}`);
}

function ownComment(repository: Repository, user: User, id: number): PlacedComment {
  const placed = findComment(repository, id) ?? missing(repository, `comment ${id}`);
  if (placed.comment.author !== user) {
    requireRight(repository, user, 'write');
  }
  return placed;
}

function findPull(repository: Repository, number: number): PullRequest {
  return repository.pulls.get(number) ?? missing(repository, `pull request #${number}`);
}

/** What was made; throws with the words of a refusal. */
function done<Made extends PullRequest | string>(made: Made | Reply): Made {
  if (isReply(made)) {
    throw new Error(JSON.stringify(made.body));
  }
  return made;
}

function isReply(made: PullRequest | Reply | string): made is Reply {
  return typeof made === 'object' && 'status' in made;
}

async function runWorkflow(
  platform: Platform,
  repository: Repository,
  form: {
    readonly file: string;
    readonly inputs: { readonly [name: string]: string };
    readonly cause: Cause;
  },
): Promise<WorkflowRun> {
  const { file, inputs, cause } = form;
  const ref = `refs/heads/${repository.defaultBranch}`;
  const sha = (await branchHead(repository, repository.defaultBranch)) ?? missing(repository, 'first commit');
  const workflow = `.github/workflows/${file}`;
  const trigger = createTrigger(platform.world, {
    name: 'workflow_dispatch',
    repository,
    payload: { ref, workflow, inputs },
    cause,
    workflows: { ref, sha, workflow, inputs },
  });
  const [run] = (trigger === null ? undefined : await platform.engine?.start(trigger)) ?? [];
  return run ?? missing(repository, `workflow ${file} that can be run`);
}
