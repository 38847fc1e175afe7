import type { Compute } from '../../stages/compute.ts';

/** One piece of work, as it is sent to the process. */
export type Task<Job extends keyof Compute = keyof Compute> = {
  [Each in Job]: { readonly job: Each; readonly input: Parameters<Compute[Each]>[0] };
}[Job];

export type Result<Job extends keyof Compute> = Awaited<ReturnType<Compute[Job]>>;

/** What the process says of its task: that it has begun, and then one of the others. */
export type Told<Job extends keyof Compute = keyof Compute> =
  | { readonly kind: 'begun' }
  | { readonly kind: 'done'; readonly result: Result<Job> }
  | { readonly kind: 'failed'; readonly error: unknown };
