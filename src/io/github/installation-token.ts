import type { Octokit } from '@octokit/rest';
import * as z from 'zod';

/** A token of an App's installation, as GitHub makes it for an hour. */
export type InstallationToken = { readonly token: string; readonly expiresAt: Date };

/**
 * Asks, as the App itself, for a token of this installation: for all its repositories and all its rights, but for what
 * `narrowed` says. Rejects with what Octokit rejects with, or where the answer holds no token: who sends without one is
 * a stranger to GitHub, with few requests an hour, and would take their limit for the installation's.
 */
export async function makeInstallationToken(
  app: AppClient,
  installation: number,
  narrowed: Narrowed = {},
): Promise<InstallationToken> {
  const { data } = await app.rest.apps.createInstallationAccessToken({
    ...narrowed,
    installation_id: installation,
  });
  const answer = ANSWER.safeParse(data);
  if (!answer.success) {
    throw new Error('the answer holds no token', { cause: answer.error });
  }
  return { token: answer.data.token, expiresAt: new Date(answer.data.expires_at) };
}

const ANSWER = z.object({ token: z.string().min(1), expires_at: z.iso.datetime() });

/** Octokit, or Probot's of other plugins. */
type AppClient = {
  readonly rest: { readonly apps: Pick<Octokit['rest']['apps'], 'createInstallationAccessToken'> };
};

type Narrowed = Omit<
  NonNullable<Parameters<AppClient['rest']['apps']['createInstallationAccessToken']>[0]>,
  'installation_id'
>;
