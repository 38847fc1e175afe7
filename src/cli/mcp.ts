import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { readGuide } from '../app/mcp/guide.ts';
import { createToolServer } from '../app/mcp/tools.ts';
import { openSideDoor } from '../app/side-door.ts';
import { readVersion } from '../app/version.ts';
import { createOctokit } from '../io/github/client.ts';
import { explainFailure } from './explain-failure.ts';

export type McpOptions = {
  readonly repo: string;
  readonly token?: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
};

/** Serves the Model Context Protocol over standard input and output until the client leaves. */
export async function mcpCommand(options: McpOptions): Promise<number> {
  const { repo: repository, token, apiUrl, serverUrl } = options;
  const [owner, name, ...rest] = repository.split('/');
  if (!owner || !name || rest.length > 0) {
    throw new Error(`--repo must be owner/name, not ${repository}`);
  }
  if (!token) {
    throw new Error(
      'no token: set GITHUB_TOKEN or give --token, with contents: write and pull requests: read on the repository',
    );
  }
  const login = await readLogin(createOctokit({ token, apiUrl }), { owner, repo: name });
  const version = readVersion();
  const door = await openSideDoor({
    repository,
    token,
    login,
    apiUrl,
    serverUrl,
    version,
    onError: complain,
  });
  const gone = leaving();
  const guide = readGuide();
  const server = serveStdio(() => createToolServer({ call: door.call, version, guide }), {
    onerror: complain,
  });
  await gone;
  await server.close();
  await door.close();
  return 0;
}

/** Whose token it is; rejects where the repository is not theirs to read. */
async function readLogin(
  octokit: ReturnType<typeof createOctokit>,
  place: { readonly owner: string; readonly repo: string },
): Promise<string> {
  try {
    const [{ data }] = await Promise.all([
      octokit.rest.users.getAuthenticated(),
      octokit.rest.repos.get(place),
    ]);
    return data.login;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `can't use ${place.owner}/${place.repo}: ${why}; check --repo and the token of a person`,
      {
        cause,
      },
    );
  }
}

/** The client closes our standard input, or ends us. */
async function leaving(): Promise<void> {
  await new Promise<unknown>((resolve) => {
    process.stdin.once('close', resolve).once('end', resolve);
    process.once('SIGINT', resolve).once('SIGTERM', resolve);
  });
}

/** Standard output is the protocol's. */
function complain(error: unknown): void {
  explainFailure(error);
}
