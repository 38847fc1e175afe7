import { z } from 'zod';
import {
  isRefName,
  listRefs,
  type Ref,
  type RefProblem,
  type RefUpdate,
  readRef,
  ZERO_OID,
} from '../git/refs.ts';
import { readBody } from '../http/body.ts';
import { created, failure, noContent, notFound, ok, type Reply, unprocessable } from '../http/reply.ts';
import { type RepositoryCall, type Route, repositoryRoute } from '../http/route.ts';
import { moveRefs } from '../operations/refs.ts';
import { refView } from '../views/git.ts';

export const referenceRoutes: readonly Route[] = [
  repositoryRoute('GET /repos/{owner}/{repo}/git/ref/{ref}', 'contents:read', getRef),
  repositoryRoute('GET /repos/{owner}/{repo}/git/matching-refs/{ref}', 'contents:read', listMatchingRefs),
  repositoryRoute('POST /repos/{owner}/{repo}/git/refs', 'contents:write', createRef),
  repositoryRoute('PATCH /repos/{owner}/{repo}/git/refs/{ref}', 'contents:write', updateRef),
  repositoryRoute('DELETE /repos/{owner}/{repo}/git/refs/{ref}', 'contents:write', deleteRef),
];

async function getRef(call: RepositoryCall): Promise<Reply> {
  const ref = await readRef(call.repository.store, `refs/${call.params['ref']}`);
  return ref === null ? notFound() : ok(refView(call.platform.world, call.repository, ref));
}

async function listMatchingRefs(call: RepositoryCall): Promise<Reply> {
  const refs = await listRefs(call.repository.store, `refs/${call.params['ref']}`);
  return ok(refs.map((ref) => refView(call.platform.world, call.repository, ref)));
}

const CreateRef = z.object({ ref: z.string(), sha: z.string() });

async function createRef(call: RepositoryCall): Promise<Reply> {
  const { ref, sha } = readBody(call, CreateRef);
  if (!isRefName(ref)) {
    return unprocessable(`${ref} is not a valid ref name.`);
  }
  const reply = await move(call, { ref, before: ZERO_OID, after: sha, force: false });
  return reply.status === 200 ? created(reply.body) : reply;
}

const UpdateRef = z.object({ sha: z.string(), force: z.boolean().default(false) });

async function updateRef(call: RepositoryCall): Promise<Reply> {
  const { sha, force } = readBody(call, UpdateRef);
  const current = await readRef(call.repository.store, `refs/${call.params['ref']}`);
  if (current === null) {
    return unprocessable('Reference does not exist');
  }
  return move(call, { ref: current.name, before: current.oid, after: sha, force });
}

async function deleteRef(call: RepositoryCall): Promise<Reply> {
  const current = await readRef(call.repository.store, `refs/${call.params['ref']}`);
  if (current === null) {
    return unprocessable('Reference does not exist');
  }
  const reply = await move(call, { ref: current.name, before: current.oid, after: ZERO_OID, force: true });
  return reply.status === 200 ? noContent() : reply;
}

async function move(call: RepositoryCall, update: RefUpdate): Promise<Reply> {
  const { platform, repository, cause } = call;
  const result = await moveRefs(platform, repository, [update], cause);
  if (!result.ok) {
    const { problem } = result;
    return problem.kind === 'workflow' ? failure(403, problem.detail) : unprocessable(MESSAGES[problem.kind]);
  }
  const ref: Ref = (await readRef(repository.store, update.ref)) ?? {
    name: update.ref,
    oid: update.after,
    type: 'commit',
  };
  return ok(refView(platform.world, repository, ref));
}

const MESSAGES: { readonly [kind in RefProblem['kind']]: string } = {
  exists: 'Reference already exists',
  missing: 'Reference does not exist',
  moved: 'Reference cannot be updated',
  not_fast_forward: 'Update is not a fast forward',
  no_object: 'Object does not exist',
  bad_name: 'Reference name is not valid',
  collision: 'Reference update failed',
};
