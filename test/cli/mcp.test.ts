import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { MAX_MESSAGE_BYTES } from '../../src/app/mcp/message.ts';
import { type LocalGitHub, startLocalGitHub } from '../../src/local/github/server.ts';
import { SHOP } from '../../src/local/sample/shop.ts';

const ROOT = join(import.meta.dirname, '../..');

let github: LocalGitHub;
beforeAll(async () => {
  github = await startLocalGitHub();
  await github.createRepository('acme/shop', { files: SHOP });
  github.setRole('acme/shop', 'ada', 'write');
});
afterAll(() => github.close());

/** Runs it until it ends; `input` is all that the client says. */
async function run(args: readonly string[], given: { token?: string; input?: string | Uint8Array } = {}) {
  const { token = 'none', input = '' } = given;
  const child = spawn(process.execPath, [join(ROOT, 'src/cli/bin.ts'), 'mcp', ...args], {
    env: { GITHUB_API_URL: github.apiUrl, ...(token === '' ? {} : { GITHUB_TOKEN: token }) },
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (said.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (said.stderr += String(chunk)));
  child.stdin.end(input);
  const [status] = z.tuple([z.number().nullable(), z.unknown()]).parse(await once(child, 'close'));
  return { status, ...said };
}

function personal(): string {
  return github.createToken({
    login: 'ada',
    permissions: { contents: 'write', metadata: 'read', 'pull-requests': 'read' },
  });
}

describe('ghost-runner mcp', () => {
  test.each([
    ['without a token', { args: ['--repo', 'acme/shop'], token: '' }, /no token: set GITHUB_TOKEN/],
    [
      'with a token that is none',
      { args: ['--repo', 'acme/shop'], token: 'none' },
      /can't use acme\/shop: .+ check --repo/,
    ],
    [
      'for what is no repository',
      { args: ['--repo', 'shop'], token: 'none' },
      /must be owner\/name, not shop/,
    ],
  ] as const)('says %s in one line why it ends', async (_, { args, token }, message) => {
    const ended = await run(args, { token });
    expect(ended).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(message) });
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  });

  test('wants a repository, and says so', async () => {
    expect(await run([])).toMatchObject({
      status: 64,
      stdout: '',
      stderr: expect.stringContaining("required option '--repo <owner/name>' not specified"),
    });
  });

  test('ends by itself when the client leaves, and writes nothing but the protocol', async () => {
    const initialize = {
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: {
        protocolVersion: '2025-06-18',
        capabilities: {},
        clientInfo: { name: 'a-client', version: '1.0.0' },
      },
    };
    const { args } = configSchema.parse(
      JSON.parse(readFileSync(join(ROOT, 'gpt/mcp/claude-desktop.json'), 'utf8')),
    ).mcpServers['ghost-runner'];
    // As clients are configured, but for npx and the name of the repository.
    const [, , command, option = '', place] = args;
    expect([command, place]).toEqual(['mcp', 'OWNER/REPO']);
    const ended = await run([option, 'acme/shop'], {
      token: personal(),
      input: `${JSON.stringify(initialize)}\n`,
    });
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    const lines = ended.stdout
      .trim()
      .split('\n')
      .filter((line) => line !== '');
    expect(lines.map((line) => z.object({ jsonrpc: z.string() }).parse(JSON.parse(line)))).toEqual(
      lines.map(() => ({ jsonrpc: '2.0' })),
    );
  });

  test('a message that is not in UTF-8 is answered as that, and the next one is read', async () => {
    const message = (id: number, text: string) =>
      Buffer.from(`${JSON.stringify({ jsonrpc: '2.0', id, method: 'ping', params: { text } })}\n`, 'latin1');
    const ended = await run(['--repo', 'acme/shop'], {
      token: personal(),
      input: Buffer.concat([message(1, 'caf\u00e9'), message(2, 'cafe')]),
    });
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    expect(ended.stdout).toContain('encode it as UTF-8');
    expect(ended.stdout).toContain('"id":2');
    expect(ended.stdout).not.toContain('"id":1');
  });

  test('a message that is too long is answered as that, and the next one is read', async () => {
    const message = (id: number, text: string) =>
      `${JSON.stringify({ jsonrpc: '2.0', id, method: 'ping', params: { text } })}\n`;
    const ended = await run(['--repo', 'acme/shop'], {
      token: personal(),
      input: message(1, 'a'.repeat(MAX_MESSAGE_BYTES)) + message(2, 'cafe'),
    });
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    expect(ended.stdout).toContain('"id":2');
    // Whoever asked waits for an answer with that id.
    expect(ended.stdout).toMatch(/"id":1,"error".*split the patch/);
  });

  test('its help has an example and the exit codes', async () => {
    const { status, stdout } = await run(['--help']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/Examples:\n +\$ GITHUB_TOKEN=… ghost-runner mcp --repo acme\/shop/);
    expect(stdout).toContain('Exit codes:');
  });
});

const configSchema = z.object({
  mcpServers: z.object({ 'ghost-runner': z.object({ args: z.array(z.string()) }) }),
});
