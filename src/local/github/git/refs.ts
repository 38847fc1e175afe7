import { followLine, readAncestors } from './line.ts';
import { readCommit } from './objects.ts';
import { runGit } from './process.ts';
import { listRefNames } from './ref-names.ts';
import type { GitStore } from './store.ts';

export const ZERO_OID = '0'.repeat(40);

export type Ref = { readonly name: string; readonly oid: string; readonly type: string };

/** A ref's step from one commit to another; ZERO_OID stands for its absence. */
export type RefChange = { readonly ref: string; readonly before: string; readonly after: string };

/** A wished-for step. `before` undefined: from wherever it is; `before` = `after`: only compared. */
export type RefUpdate = {
  readonly ref: string;
  readonly before?: string;
  readonly after: string;
  readonly force: boolean;
};

export type RefProblem = {
  readonly kind: 'moved' | 'exists' | 'missing' | 'not_fast_forward' | 'no_object' | 'bad_name' | 'collision';
  readonly ref: string;
  /** What git said, where it was git that refused. */
  readonly detail?: string;
};

export type RefsMoved =
  | { readonly ok: true; readonly changes: readonly RefChange[] }
  | { readonly ok: false; readonly problem: RefProblem };

/** Object that a full ref name points at; null where there is no such ref. */
export async function readRef(store: GitStore, name: string): Promise<Ref | null> {
  if (!isRefName(name)) {
    return null;
  }
  const [info = null, ...longer] = await Promise.all(
    ['', ...LONGER_NAMES].map((folder) => store.reader.info(folder + name)),
  );
  if (info === null) {
    return null;
  }
  // git also takes a full name for the end of a longer one; where there is such a ref, only a listing tells them apart.
  if (longer.some((found) => found !== null)) {
    return (await listRefs(store, name)).find((ref) => ref.name === name) ?? null;
  }
  return { name, oid: info.oid, type: info.type };
}

const LONGER_NAMES = ['refs/', 'refs/tags/', 'refs/heads/', 'refs/remotes/'];

/** Refs whose names start with this text, in git's order. */
export async function listRefs(store: GitStore, prefix: string): Promise<readonly Ref[]> {
  const names = (await listRefNames(store.directory)).filter((name) => name.startsWith(prefix));
  const found = names.map(async (name) => {
    const info = await store.reader.info(name);
    return info === null ? [] : [{ name, oid: info.oid, type: info.type }];
  });
  return (await Promise.all(found)).flat();
}

/** Moves all refs or none. Every `before` is compared under git's own locks, guards included. */
export async function updateRefs(store: GitStore, updates: readonly RefUpdate[]): Promise<RefsMoved> {
  return store.exclusively(async () => {
    const steps: RefChange[] = [];
    for (const update of updates) {
      const step = await planStep(store, update);
      if ('kind' in step) {
        return { ok: false, problem: step };
      }
      steps.push(step);
    }
    return commitSteps(store, steps);
  });
}

async function planStep(store: GitStore, update: RefUpdate): Promise<RefChange | RefProblem> {
  const { ref, after } = update;
  if (!isRefName(ref)) {
    return { kind: 'bad_name', ref };
  }
  const current = (await readRef(store, ref))?.oid ?? ZERO_OID;
  if (update.before !== undefined && update.before !== current) {
    return { kind: update.before === ZERO_OID ? 'exists' : 'moved', ref };
  }
  if (after === ZERO_OID) {
    // Nothing that GitHub documents says that it deletes what is not there, so nobody may rely on it here.
    return current === ZERO_OID ? { kind: 'missing', ref } : { ref, before: current, after };
  }
  const target = await store.reader.info(after);
  if (target === null || (ref.startsWith('refs/heads/') && target.type !== 'commit')) {
    return { kind: 'no_object', ref };
  }
  const rewinds = current !== ZERO_OID && current !== after && !(await isAncestor(store, current, after));
  return rewinds && !update.force ? { kind: 'not_fast_forward', ref } : { ref, before: current, after };
}

async function commitSteps(store: GitStore, steps: readonly RefChange[]): Promise<RefsMoved> {
  const commands = steps.map(({ ref, before, after }) =>
    before === after ? `verify ${ref} ${before}` : `update ${ref} ${after} ${before}`,
  );
  const refusal = await store.writer.commit(commands);
  return refusal === null
    ? { ok: true, changes: steps.filter(({ before, after }) => before !== after) }
    : { ok: false, problem: describeRefusal(refusal, steps) };
}

/** A push may have been quicker than we were, or one name is a folder of another. */
function describeRefusal(refusal: string, steps: readonly RefChange[]): RefProblem {
  const ref = steps.find((step) => refusal.includes(`'${step.ref}'`))?.ref ?? steps[0]?.ref ?? '';
  const kind = /exists; cannot create|cannot process .* and/.test(refusal) ? 'collision' : 'moved';
  return { kind, ref, detail: refusal.trim() };
}

export async function isAncestor(store: GitStore, ancestor: string, descendant: string): Promise<boolean> {
  for await (const { oid, parents } of followLine(store, descendant)) {
    if (oid === ancestor) {
      return true;
    }
    if (parents.length === 0) {
      return false;
    }
  }
  const [wanted, ancestors] = [await readCommit(store, ancestor), await readAncestors(store, descendant)];
  if (wanted !== null && ancestors !== null) {
    return ancestors.has(wanted.oid);
  }
  const { exitCode } = await runGit(store.directory, ['merge-base', '--is-ancestor', ancestor, descendant], {
    accept: [1, 128],
  });
  return exitCode === 0;
}

/** The rules of `git check-ref-format` for full names. */
export function isRefName(name: string): boolean {
  return (
    /^refs\/[^/]+\/.+$/.test(name) &&
    !/[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|\.$|\/$/.test(name) &&
    name.split('/').every((part) => !part.startsWith('.') && !part.endsWith('.lock'))
  );
}
