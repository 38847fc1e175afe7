import { join } from 'node:path';
import type { ActionsHost } from '../../contract.ts';
import { parseActionFile } from '../plan/action.ts';
import type { ActionPlan, StepPlan } from '../plan/plan.ts';
import { standInName } from '../stand-ins/names.ts';
import { createExportedTrees } from './exported-trees.ts';
import type { ActionSource, Actions, DescribedAction } from './protocol.ts';

/** Finds the actions that steps name, on the local GitHub, and has their files at hand. */
export type ActionStore = {
  /** Of these steps and of the composite actions that they use. */
  resolve(steps: readonly StepPlan[]): Promise<Resolution>;
  /** Reads an action that is in a job's working tree. */
  describe(path: string, text: string): Promise<DescribedAction>;
};

export type Resolution =
  | { readonly ok: true; readonly actions: Actions }
  | { readonly ok: false; readonly problem: string };

export function createActionStore(host: ActionsHost, directory: string): ActionStore {
  const trees = createExportedTrees(host, directory);
  const plans = new Map<string, Promise<ActionPlan | string>>();

  async function resolve(steps: readonly StepPlan[]): Promise<Resolution> {
    const actions: { [uses: string]: ActionSource } = {};
    const wanted = usesOf(steps);
    for (let uses = wanted.pop(); uses !== undefined; uses = wanted.pop()) {
      if (actions[uses] !== undefined || uses.startsWith('./')) continue;
      const source = await find(uses);
      if (typeof source === 'string') return { ok: false, problem: source };
      actions[uses] = source;
      if (source.kind === 'action' && source.plan.kind === 'composite')
        wanted.push(...usesOf(source.plan.steps));
    }
    return { ok: true, actions };
  }

  /** A string says why there is none. */
  async function find(uses: string): Promise<ActionSource | string> {
    const place = parseUses(uses);
    if (place === undefined) return `The local runner can't run '${uses}': it is no owner/repository@ref`;
    const { repository, path, ref } = place;
    const name = path === '' ? standInName(repository) : undefined;
    if (name !== undefined) return { kind: 'stand-in', name };
    const oid = await host.resolve(repository, ref);
    if (oid === null) return `Unable to resolve action '${uses}', repository or version not found`;
    const plan = await once(plans, `${repository}@${oid}/${path}`, () =>
      readPlan(uses, { repository, oid, path }),
    );
    if (typeof plan === 'string') return plan;
    const root = await trees.at(repository, oid);
    return { kind: 'action', plan, directory: join(root, path), repository, ref };
  }

  async function readPlan(
    uses: string,
    place: { readonly repository: string; readonly oid: string; readonly path: string },
  ): Promise<ActionPlan | string> {
    for (const name of ['action.yml', 'action.yaml']) {
      const path = join(place.path, name);
      const text = await host.readFile(place.repository, place.oid, path);
      if (text === null) continue;
      const { plan, problems } = parseActionFile(path, text);
      return plan ?? `${uses}: ${problems.map(({ message }) => message).join('; ')}`;
    }
    return `Can't find 'action.yml' or 'action.yaml' for action '${uses}'`;
  }

  async function describe(path: string, text: string): Promise<DescribedAction> {
    const { plan, problems } = parseActionFile(path, text);
    if (plan === undefined) return { ok: false, problem: problems.map(({ message }) => message).join('; ') };
    const nested = await resolve(plan.kind === 'composite' ? plan.steps : []);
    return nested.ok ? { ok: true, plan, actions: nested.actions } : nested;
  }

  return { resolve, describe };
}

function usesOf(steps: readonly StepPlan[]): string[] {
  return steps.flatMap((step) => (step.kind === 'uses' ? [step.uses] : []));
}

function parseUses(
  uses: string,
): { readonly repository: string; readonly path: string; readonly ref: string } | undefined {
  const match = /^(?<repository>[\w.-]+\/[\w.-]+)(?:\/(?<path>[^@]+))?@(?<ref>.+)$/.exec(uses);
  const { repository, path = '', ref } = match?.groups ?? {};
  if (repository === undefined || ref === undefined) return undefined;
  return path.split('/').includes('..') ? undefined : { repository, path, ref };
}

/** Does something once per key, and once more only if it failed. */
function once<Value>(
  known: Map<string, Promise<Value>>,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = make();
  known.set(key, value);
  value.catch(() => known.delete(key));
  return value;
}
