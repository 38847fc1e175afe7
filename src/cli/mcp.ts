import { Readable } from 'node:stream';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import { readGuide } from '../app/mcp/guide.ts';
import { MAX_MESSAGE_BYTES } from '../app/mcp/message.ts';
import { createToolServer } from '../app/mcp/tools.ts';
import { openSideDoor } from '../app/side-door.ts';
import { readVersion } from '../app/version.ts';
import { createOctokit } from '../io/github/client.ts';
import { readUtf8 } from '../patch/utf8.ts';
import { explainFailure } from './explain-failure.ts';
import { linesOf } from './lines.ts';
import { requestIdOf, SEEN_BYTES } from './message-id.ts';

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
  const input = Readable.from(readMessages(process.stdin));
  const gone = leaving(input);
  const guide = readGuide();
  const server = serveStdio(() => createToolServer({ call: door.call, version, guide }), {
    transport: new StdioServerTransport(input),
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

/**
 * The messages of the client, one to a line. One that is no UTF-8 or too long is answered as what it is; the library would
 * make U+FFFD of the letters of one, and leave at the other without a word.
 */
async function* readMessages(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const line of linesOf(source, MAX_MESSAGE_BYTES, SEEN_BYTES)) {
    if (line.length > MAX_MESSAGE_BYTES) {
      refuse(INVALID_REQUEST, TOO_LONG, requestIdOf(line));
    } else if (readUtf8(line) === null) {
      refuse(PARSE_ERROR, NO_UTF8);
    } else if (line.length > 0) {
      yield Buffer.concat([line, LINE_END]);
    }
  }
}

/** `id` is that of the request, for which its client waits; null: nobody can tell which one it was. */
function refuse(code: number, message: string, id: string | number | null = null): void {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, error: { code, message } })}\n`);
}

const LINE_END = Buffer.from('\n');
const PARSE_ERROR = -32_700;
const INVALID_REQUEST = -32_600;
const NO_UTF8 = 'The message is not in UTF-8, which JSON is; encode it as UTF-8.';
const TOO_LONG = `The message is longer than ${MAX_MESSAGE_BYTES} bytes; split the patch into several ones.`;

/** The client closes our standard input, or ends us. */
async function leaving(input: Readable): Promise<void> {
  await new Promise<unknown>((resolve) => {
    input.once('close', resolve).once('end', resolve);
    process.once('SIGINT', resolve).once('SIGTERM', resolve);
  });
}

/** Standard output is the protocol's. */
function complain(error: unknown): void {
  explainFailure(error);
}
