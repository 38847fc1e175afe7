import { dirname } from 'node:path';
import { showJson } from '../json.ts';
import { SYSTEM_PATH } from '../process/system-path.ts';
import type { FileCommandPaths } from './file-commands.ts';
import { type ActionPlace, actionContext, type Frame, type JobState } from './state.ts';

/**
 * The whole environment of a step's process. Nothing is inherited; what GitHub documents as `GITHUB_*` and
 * `RUNNER_*` can't be overridden.
 */
export function stepEnvironment(
  job: JobState,
  frame: Frame,
  step: {
    readonly id: string;
    readonly env: { readonly [name: string]: string };
    readonly files: FileCommandPaths;
    readonly action?: ActionPlace;
    /** INPUT_… and STATE_… of an action. */
    readonly extra?: { readonly [name: string]: string };
  },
): { readonly [name: string]: string } {
  const { spec } = job;
  const own = {
    CI: 'true',
    HOME: spec.directories.home,
    LANG: 'C.UTF-8',
    PATH: [dirname(spec.nodePath), ...spec.tools, SYSTEM_PATH].join(':'),
    ...Object.fromEntries(job.env),
    ...frame.env,
    ...step.env,
  };
  return {
    ...own,
    PATH: [...job.path, own.PATH].join(':'),
    ...step.extra,
    ...contextVariables('GITHUB', {
      ...spec.contexts['github'],
      ...actionContext(step.id, step.action ?? frame.action),
    }),
    ...contextVariables('RUNNER', spec.contexts['runner'] ?? {}),
    ...step.files,
    GITHUB_ACTIONS: 'true',
    RUNNER_TRACKING_ID: spec.trackingId,
  };
}

/** GitHub gives a context's scalars to processes too, except for the token. */
function contextVariables(
  prefix: string,
  context: { readonly [key: string]: unknown },
): { readonly [name: string]: string } {
  const pairs = Object.entries(context).flatMap(([key, value]) => {
    if (key === 'token' || typeof value === 'object') return [];
    const absent = value === '' && key.startsWith('action');
    return absent ? [] : [[`${prefix}_${key.toUpperCase()}`, showJson(value)] as const];
  });
  return Object.fromEntries(pairs);
}
