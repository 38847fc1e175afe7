import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import * as z from 'zod';
import { VARIABLES } from '../src/app/settings.ts';

const root = join(import.meta.dirname, '..');

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

const compose = z
  .object({
    services: z.record(
      z.string(),
      z.object({
        environment: z.record(z.string(), z.string()),
        stop_grace_period: z.string().optional(),
        ports: z.array(z.string()).optional(),
      }),
    ),
  })
  .parse(parseYaml(read('compose.yml')));

const fly = z
  .object({
    kill_timeout: z.string(),
    env: z.record(z.string(), z.string()),
    mounts: z.object({ destination: z.string() }),
    http_service: z.object({ internal_port: z.number(), checks: z.array(z.object({ path: z.string() })) }),
  })
  .parse(parseToml(read('fly.toml')));

/** Values of one key of a unit, in their order. */
function unit(key: string): readonly string[] {
  return read('deploy/ghost-runner.service')
    .split('\n')
    .filter((line) => line.startsWith(`${key}=`))
    .map((line) => line.slice(key.length + 1));
}

const dockerfile = read('Dockerfile').replaceAll(/\\\n\s*/g, '');

/** What the image sets for itself, with its values. */
const imageVariables = new Map(
  dockerfile
    .split('\n')
    .filter((line) => line.startsWith('ENV '))
    .flatMap((line) => line.slice(4).split(/\s+/))
    .map((pair): [string, string] => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')]),
);

const KNOWN: ReadonlySet<string> = new Set(Object.keys(VARIABLES));

describe('every variable of a deployment file is one that the server reads', () => {
  test.each([
    ['Dockerfile', [...imageVariables.keys()].filter((name) => name !== 'NODE_ENV')],
    ['compose.yml', Object.keys(compose.services['server']?.environment ?? {})],
    ['fly.toml', Object.keys(fly.env)],
    ['deploy/ghost-runner.service', unit('Environment').map((pair) => pair.split('=')[0] ?? '')],
  ])('in %s', (_, names) => {
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !KNOWN.has(name))).toEqual([]);
  });
});

test('whoever stops the server waits for longer than it needs to finish', () => {
  const drain = Number(/DRAIN_MS = (\d+)_000/.exec(read('src/app/server.ts'))?.[1]);
  expect(drain).toBeGreaterThan(0);
  const waits = [fly.kill_timeout, compose.services['server']?.stop_grace_period, ...unit('TimeoutStopSec')];
  expect(
    waits.map((text) => Number.parseInt(text ?? '', 10)).filter((seconds) => seconds > drain),
  ).toHaveLength(3);
});

test('the image runs the server itself, as nobody special, and says whether it is alive', () => {
  const lines = dockerfile.split('\n');
  expect(lines.findIndex((line) => line === 'USER node')).toBeGreaterThan(0);
  expect(lines.at(-2)).toMatch(/^CMD \["node", .*"src\/cli\/bin\.ts", "serve"\]$/);
  expect(dockerfile).toContain('/health');
  expect(existsSync(join(root, 'src/cli/bin.ts'))).toBe(true);
});

test('whoever starts the server has Node keep as little memory as the figures were measured with', () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(read('package.json')));
  const started = [scripts['start'] ?? '', dockerfile, ...unit('ExecStart')];
  const flags = started.map((text) => text.match(/--max-[\w-]+=\d+/g));
  const wanted = ['--max-semi-space-size=8', '--max-old-space-size=256'];
  expect(flags).toEqual([wanted, wanted, wanted]);
});

test('what the image copies is let through to its build, and no secret is', () => {
  const letThrough = read('.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'));
  const copied = dockerfile
    .split('\n')
    .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
    .flatMap((line) => line.split(' ').slice(1, -1));
  expect([...new Set(copied)].toSorted()).toEqual(letThrough.map((line) => line.slice(1)).toSorted());
});

test('the store lies where the volume is, and the port is the same everywhere', () => {
  expect(fly.env['GHOST_STORE']).toBe(`${fly.mounts.destination}/ghost-runner.sqlite`);
  expect(imageVariables.get('GHOST_STORE')).toBe(fly.env['GHOST_STORE']);
  expect(String(fly.http_service.internal_port)).toBe(fly.env['PORT']);
  expect(imageVariables.get('PORT')).toBe(fly.env['PORT']);
  expect(unit('Environment')).toEqual([
    `GHOST_STORE=/var/lib/${unit('StateDirectory')[0]}/ghost-runner.sqlite`,
  ]);
});

test('compose opens the server to this machine alone, because TLS comes before it', () => {
  expect(compose.services['server']?.ports).toEqual(['127.0.0.1:3000:3000']);
  expect(compose.services['database']?.ports).toBeUndefined();
});

test('systemd does not start again what has a wrong setting', () => {
  expect(unit('RestartPreventExitStatus')).toEqual(['78']);
  expect(read('src/cli/serve.ts')).toContain('CONFIG_EXIT_CODE = 78');
});
