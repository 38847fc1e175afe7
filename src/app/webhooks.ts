import type { IncomingMessage, ServerResponse } from 'node:http';
import { createNodeMiddleware, Webhooks } from '@octokit/webhooks';
import type { Logger } from 'pino';
import type { IntakeContext } from '../stages/intake/context.ts';
import { createAllowance } from './allowance.ts';
import type { Background } from './background.ts';
import type { Comments } from './comments.ts';
import type { Dispatches } from './dispatches.ts';
import { occasionOf } from './occasion.ts';
import type { Readiness } from './readiness.ts';
import type { Targets } from './targets.ts';
import type { Watching } from './watching.ts';

/** Where GitHub sends its webhooks; app.yml says the same. */
export const WEBHOOK_PATH = '/api/github/webhooks';

/** Those that something is done with. */
export const HEARD_EVENTS: ReadonlySet<string> = new Set([
  'workflow_run',
  'pull_request',
  'check_suite',
  'status',
  'repository_dispatch',
  'issue_comment',
  'installation',
  'installation_repositories',
]);

/**
 * Webhooks only say where to look: what is true is read from the records. So one that comes twice, late or never
 * does no harm, and GitHub has its answer as soon as it is kept. Only a comment is taken at its word, as it was when
 * it was made, and is kept with its words until it is answered: whatever takes longer than nine seconds is answered by
 * the middleware before it is over, and GitHub sends nothing again after that. They are heard with Probot's webhooks,
 * but not through Probot: for each it would make a client of GitHub's, which nobody needs here.
 */
export function listenToGitHub(given: {
  readonly context: Pick<IntakeContext, 'store' | 'clock'>;
  readonly background: Background;
  readonly targets: Targets;
  readonly watching: Pick<Watching, 'want'>;
  readonly comments: Pick<Comments, 'keep'>;
  readonly dispatches: Dispatches;
  readonly readiness: Pick<Readiness, 'heard'>;
  readonly secret: string;
  readonly log: Logger;
}): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { context, background, targets, watching, comments, dispatches, readiness, secret, log } = given;
  const webhooks = new Webhooks({ secret });
  // Only what GitHub signed comes so far; one that is slow to arrive is answered before anybody has looked at it.
  webhooks.onAny(() => readiness.heard());
  webhooks.on(['workflow_run', 'pull_request', 'check_suite', 'status'], async (event) => {
    const repository = event.payload.repository.full_name.toLowerCase();
    const occasion = occasionOf(event);
    if (occasion === null && ONLY_OF_PATCHES.has(event.name)) {
      return;
    }
    if (await context.store.inbox.keep({ name: event.id, repository, at: context.clock.now() })) {
      background.sweepSoon(repository);
      if (occasion !== null) {
        watching.want(repository, occasion);
      }
    }
  });
  webhooks.on('repository_dispatch', async ({ payload }) => await dispatches(payload));
  webhooks.on('issue_comment.created', async ({ payload }) => {
    if (await comments.keep(payload)) {
      background.answerComments();
    }
  });
  // Both come with every App, asked for or not.
  webhooks.on('installation', ({ payload }) => forgetAll(targets, payload.repositories ?? []));
  webhooks.on('installation_repositories', ({ payload }) =>
    forgetAll(targets, [...payload.repositories_added, ...payload.repositories_removed]),
  );
  const written = logOf(log);
  const middleware = createNodeMiddleware(webhooks, { path: WEBHOOK_PATH, log: written });
  return async (request, response) => {
    try {
      await middleware(request, response);
    } catch (error) {
      written.error(error);
      response.writeHead(INTERNAL_ERROR).end();
    }
  };
}

/** Those come of every commit, and no run of Ghost Runner makes one before its patch has a branch. */
const ONLY_OF_PATCHES: ReadonlySet<string> = new Set(['check_suite', 'status']);

const INTERNAL_ERROR = 500;

/**
 * Errors come with the whole webhook, which anybody may have sent: only what went wrong is written down, and the same
 * words not for every one of a flood.
 */
function logOf(log: Logger) {
  const ignore = () => {};
  const lines = createAllowance({ ...LINES, now: () => performance.now() });
  return {
    debug: ignore,
    info: ignore,
    warn: ignore,
    error: (error: unknown) => {
      const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
      for (const each of errors) {
        const { message, stack } = each instanceof Error ? each : new Error(String(each));
        if (lines.take(message)) {
          log.error({ err: { message, stack } }, 'a webhook was not taken');
        }
      }
    },
  };
}

/** Lines with the same words at once, and milliseconds until there is another one. */
const LINES = { atOnce: 10, everyMs: 10_000 };

function forgetAll(targets: Targets, repositories: readonly { readonly full_name?: string }[]): void {
  for (const { full_name: name } of repositories) {
    targets.forget(name?.toLowerCase() ?? '');
  }
}
