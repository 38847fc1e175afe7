import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeAccess } from '../access/permissions.ts';
import { serveGit } from '../git/http-backend.ts';
import { type RefChange, readRef, ZERO_OID } from '../git/refs.ts';
import { REPORT_VARIABLE, WORKFLOW_REFUSAL_VARIABLE } from '../git/update-hook.ts';
import { formatWorkflowRefusal } from '../git/workflow-guard.ts';
import type { Cause, Repository } from '../model.ts';
import { announceMoves, mayChangeWorkflows } from '../operations/refs.ts';
import { actionsBot, findRepository } from '../world.ts';
import { authenticate, NOBODY } from './authenticate.ts';
import type { Caller } from './caller.ts';
import { Refused, type Reply } from './reply.ts';
import { conduct, type createHttpApp, type HttpContext, type Surroundings } from './server.ts';

type Service = 'git-upload-pack' | 'git-receive-pack';

/** git's smart HTTP: clone, fetch and push of `<url>/owner/name.git`. */
export function serveGitHttp(app: ReturnType<typeof createHttpApp>, surroundings: Surroundings): void {
  app.get('/:owner/:repo/info/refs', (context) => {
    const service = context.req.query('service');
    return isService(service)
      ? answerGit(surroundings, context, { service, path: '/info/refs' })
      : new Response('Please upgrade your git client.\n', { status: 403 });
  });
  for (const service of ['git-upload-pack', 'git-receive-pack'] as const) {
    app.post(`/:owner/:repo/${service}`, (context) =>
      answerGit(surroundings, context, { service, path: `/${service}` }),
    );
  }
}

function isService(service: string | undefined): service is Service {
  return service === 'git-upload-pack' || service === 'git-receive-pack';
}

type GitRequest = { readonly service: Service; readonly path: string };

function answerGit(surroundings: Surroundings, context: HttpContext, request: GitRequest): Promise<Response> {
  const requestBytes = Number(context.req.header('content-length') ?? 0);
  return conduct(surroundings, context, { key: request.service, query: '', requestBytes }, async () => {
    const caller = readCaller(surroundings, context);
    if (!('token' in caller)) {
      return { reply: caller, caller: NOBODY };
    }
    return { reply: await serve(surroundings, context, request, caller), caller };
  });
}

function readCaller({ platform }: Surroundings, context: HttpContext): Caller | Reply {
  try {
    return authenticate(platform.world, context.req.header('authorization') ?? null);
  } catch (cause) {
    if (cause instanceof Refused) {
      return askForPassword('Invalid username or token.');
    }
    throw cause;
  }
}

async function serve(
  surroundings: Surroundings,
  context: HttpContext,
  request: GitRequest,
  caller: Caller,
): Promise<Reply> {
  const { world } = surroundings.platform;
  const name = (context.req.param('repo') ?? '').replace(/\.git$/, '');
  const repository = findRepository(world, `${context.req.param('owner')}/${name}`);
  if (repository === undefined) {
    return caller.token === null
      ? askForPassword('Authentication required.')
      : plain(404, 'Repository not found.');
  }
  const refusal = judgeGit(repository, request.service, caller);
  if (refusal !== null) {
    return refusal;
  }
  const cause = { user: caller.token?.user ?? actionsBot(world), token: caller.token };
  const call = { repository, cause, path: request.path };
  const raw =
    request.path === '/git-receive-pack'
      ? await receivePack(surroundings, context, call)
      : (await runBackend(context, { ...call, env: {} })).response;
  return { status: raw.status, raw };
}

function judgeGit(repository: Repository, service: Service, { token }: Caller): Reply | null {
  const level = service === 'git-receive-pack' ? 'write' : 'read';
  const verdict = judgeAccess(token, repository, { anyOf: ['contents'], level });
  switch (verdict) {
    case 'yes':
      return null;
    case 'not_authenticated':
      return askForPassword('Authentication required.');
    case 'not_found':
      return plain(404, 'Repository not found.');
    case 'not_accessible':
      return plain(403, `Permission to ${repository.fullName}.git denied to ${token?.user.login}.`);
  }
}

type BackendCall = { readonly repository: Repository; readonly cause: Cause; readonly path: string };

/** Lets git take the push, and tells the world of every ref that moved before the pusher hears of it. */
async function receivePack(
  surroundings: Surroundings,
  context: HttpContext,
  call: BackendCall,
): Promise<Response> {
  const report = join(tmpdir(), `local-github-push-${randomUUID()}`);
  const refusal = mayChangeWorkflows(call.cause) ? '' : formatWorkflowRefusal('%s', call.cause.token?.kind);
  try {
    const env = { [REPORT_VARIABLE]: report, [WORKFLOW_REFUSAL_VARIABLE]: refusal };
    const { response, done } = await runBackend(context, { ...call, env });
    const body = await response.arrayBuffer();
    await done;
    const accepted = await findMoved(call.repository, await readReport(report));
    await announceMoves(surroundings.platform, call.repository, accepted, call.cause);
    return new Response(body, response);
  } finally {
    await rm(report, { force: true });
  }
}

async function readReport(path: string): Promise<RefChange[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [before = '', after = '', ...ref] = line.split(' ');
      return { ref: ref.join(' '), before, after };
    });
}

/** The hook accepts each ref by itself; with `--atomic` git may still have moved none. */
async function findMoved(repository: Repository, accepted: readonly RefChange[]): Promise<RefChange[]> {
  const refs = await Promise.all(accepted.map(({ ref }) => readRef(repository.store, ref)));
  return accepted.filter(({ after }, index) => (refs[index]?.oid ?? ZERO_OID) === after);
}

function runBackend(
  context: HttpContext,
  call: BackendCall & { readonly env: { readonly [name: string]: string } },
) {
  const { repository, cause, path, env } = call;
  return serveGit({
    method: context.req.method,
    directory: repository.store.directory,
    path,
    query: new URL(context.req.url).search.slice(1),
    headers: context.req.raw.headers,
    body: context.req.raw.body,
    user: cause.token?.user.login ?? '',
    env,
  });
}

function askForPassword(message: string): Reply {
  return {
    ...plain(401, message),
    headers: { 'www-authenticate': 'Basic realm="GitHub"', 'content-type': 'text/plain' },
  };
}

/** git shows plain text as lines of `remote:`. */
function plain(status: number, message: string): Reply {
  return { status, text: `${message}\n`, headers: { 'content-type': 'text/plain' } };
}
