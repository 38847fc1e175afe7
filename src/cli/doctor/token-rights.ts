import * as z from 'zod';

/** Any secret of a workflow but the job's own token, which says itself what it may, or all of them. */
export const SECRET = /\bsecrets(?:\.(?!GITHUB_TOKEN\b)|\s{0,4}\[|\s{0,4}\))/i;

/** `permissions` of a workflow or of a job: what the token of a job may. */
export type Permissions = z.output<typeof permissionsSchema>;

export const permissionsSchema = z.union([z.string(), z.record(z.string(), z.unknown())]).nullish();

/** Whether they say that it may write anything. Where nothing is said, the settings of the repository decide. */
export function mayWrite(permissions: Permissions): boolean {
  return typeof permissions === 'object' && permissions !== null
    ? Object.values(permissions).includes('write')
    : permissions === 'write-all';
}
