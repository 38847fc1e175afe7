import type { Jobs } from '../../stages/compute.ts';

/** One piece of work, as it is sent to the process. */
export type Task<Job extends keyof Jobs = keyof Jobs> = {
  [Each in Job]: { readonly job: Each; readonly input: Parameters<Jobs[Each]>[0] };
}[Job];

export type Result<Job extends keyof Jobs> = Awaited<ReturnType<Jobs[Job]>>;

/** What the process says of its task: that it has begun, and then one of the others. */
export type Told<Job extends keyof Jobs = keyof Jobs> =
  | { readonly kind: 'begun' }
  | { readonly kind: 'done'; readonly result: Result<Job> }
  | { readonly kind: 'failed'; readonly error: unknown };
