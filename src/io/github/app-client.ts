import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/rest';
import { SILENT } from './client.ts';
import { retryRequests } from './retry.ts';

/** Octokit for an App that speaks for itself, on the few routes where it may. */
export function createAppOctokit({
  appId,
  privateKey,
  apiUrl,
}: {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  readonly apiUrl: string;
}): Octokit {
  const octokit = new Octokit({
    authStrategy: createAppAuth,
    auth: { appId, privateKey, log: SILENT },
    userAgent: 'ghost-runner',
    log: SILENT,
    baseUrl: apiUrl,
  });
  retryRequests(octokit, {});
  return octokit;
}
