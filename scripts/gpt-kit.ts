import * as z from 'zod';
import { dispatchOpenApiDocument } from '../src/app/http/dispatch-openapi.ts';
import { openApiDocument } from '../src/app/http/openapi.ts';
import { TOOLS } from '../src/app/mcp/definitions.ts';

/** Stands for the address of the server, which everybody replaces. */
export const EXAMPLE_SERVER = 'https://ghost.example.com';

/** Stands for the repository. */
export const EXAMPLE_REPOSITORY = 'OWNER/REPO';

/** Everything in gpt/ that the code says: paths and texts. */
export function gptKit(version: string): readonly (readonly [path: string, text: string])[] {
  return [
    ['gpt/openapi-server.json', json(openApiDocument({ publicUrl: EXAMPLE_SERVER, version }))],
    ['gpt/openapi-dispatch.json', json(dispatchOpenApiDocument({ version }))],
    ['gpt/functions.json', json(TOOLS.map(asFunction))],
    ...Object.entries(MCP_CLIENTS).map(
      ([name, settings]) => [`gpt/mcp/${name}.json`, json(settings)] as const,
    ),
    ['gpt/mcp/codex.toml', CODEX],
  ];
}

/** As OpenAI's Responses API takes it; others call `parameters` otherwise. */
function asFunction({ name, description, input }: (typeof TOOLS)[number]) {
  const { $schema: _version, ...parameters } = z.toJSONSchema(input, { io: 'input' });
  return { type: 'function', name, description, parameters };
}

const URL = `${EXAMPLE_SERVER}/mcp`;

/** The variable that holds the token which `ghost-runner token make` showed. */
const TOKEN = 'GHOST_RUNNER_TOKEN';

/** Each client has its own words for a server's address and for a variable. */
const MCP_CLIENTS = {
  'claude-code': {
    mcpServers: {
      'ghost-runner': { type: 'http', url: URL, headers: { Authorization: `Bearer \${${TOKEN}}` } },
    },
  },
  'claude-desktop': {
    mcpServers: {
      'ghost-runner': {
        command: 'npx',
        args: ['-y', 'ghost-runner', 'mcp', '--repo', EXAMPLE_REPOSITORY],
        env: { GITHUB_TOKEN: 'github_pat_…' },
      },
    },
  },
  cursor: {
    mcpServers: { 'ghost-runner': { url: URL, headers: { Authorization: `Bearer \${env:${TOKEN}}` } } },
  },
  'gemini-cli': {
    mcpServers: { 'ghost-runner': { httpUrl: URL, headers: { Authorization: `Bearer $${TOKEN}` } } },
  },
  vscode: {
    inputs: [
      { type: 'promptString', id: 'ghost-runner-token', description: 'Ghost Runner token', password: true },
    ],
    servers: {
      'ghost-runner': {
        type: 'http',
        url: URL,
        headers: { Authorization: `Bearer \${input:ghost-runner-token}` },
      },
    },
  },
} as const;

const CODEX = `[mcp_servers.ghost-runner]
url = "${URL}"
bearer_token_env_var = "${TOKEN}"
`;

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
