import { createAppOctokit } from '../../io/github/app-client.ts';
import { createOctokit } from '../../io/github/client.ts';
import { attempt } from '../../io/github/errors.ts';
import { makeInstallationToken } from '../../io/github/installation-token.ts';
import { LARGEST_PAGE } from '../../io/github/pages.ts';
import { listReachable } from '../../io/github/reachable.ts';
import type { AppIdentity } from '../app-identity.ts';

/** A repository, and whoever may read it; or why those of an account can't be told. */
export type Found =
  | { readonly repository: string; readonly octokit: ReturnType<typeof createOctokit> }
  /** `repository` is `owner/*`. */
  | { readonly repository: string; readonly problem: string };

/** Those that a token is for; rejects where that can't be told. */
export async function findOfToken(token: string, apiUrl: string): Promise<readonly Found[]> {
  const octokit = createOctokit({ token, apiUrl });
  return (await listReachable(octokit)).map((repository) => ({ repository, octokit }));
}

/** Those in which an App is installed, whoever owns them; one account that fails hides no other. */
export async function findOfApp(identity: AppIdentity, apiUrl: string): Promise<readonly Found[]> {
  const app = createAppOctokit({ ...identity, apiUrl });
  const installations = await attempt("list the App's installations", () =>
    app.paginate(app.rest.apps.listInstallations, { per_page: LARGEST_PAGE }),
  );
  const found: Found[] = [];
  for (const { id, account } of installations) {
    const owner = account !== null && 'login' in account ? account.login : `installation ${id}`;
    try {
      const { token } = await attempt(`get a token for ${owner}`, () =>
        makeInstallationToken(app, id, { permissions: { contents: 'read' } }),
      );
      found.push(...(await findOfToken(token, apiUrl)));
    } catch (error) {
      found.push({
        repository: `${owner}/*`,
        problem: error instanceof Error ? error.message : String(error),
      });
    }
  }
  return found;
}
