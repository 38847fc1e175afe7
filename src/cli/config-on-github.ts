import { createOctokit } from '../io/github/client.ts';
import { createApiRepository } from '../io/github/repository.ts';
import { CONFIG_PATH } from '../policy/config.ts';
import type { ConfigSource } from '../policy/config-source.ts';
import { parsePlace } from './dispatch.ts';

export type ConfigPlace = {
  /** As `owner/name`. */
  readonly repository: string;
  readonly token: string | undefined;
  readonly apiUrl: string;
};

/**
 * The config as the Action reads it: on the default branch, with that of the owner's `.github` where the token may see
 * one. Throws where the repository can't be read.
 */
export async function readConfigOnGitHub({ repository, token, apiUrl }: ConfigPlace): Promise<ConfigSource> {
  const place = parsePlace(repository);
  if (!token) {
    throw new Error('no token: set GITHUB_TOKEN or give --token, with contents: read');
  }
  const octokit = createOctokit({ token, apiUrl });
  return (await createApiRepository({ octokit, ...place }).read({ config: CONFIG_PATH })).config;
}
