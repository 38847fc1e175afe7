/**
 * Registers the GitHub App from app.yml and writes what it is known by into `.env` of the working directory. Listens
 * until that is done. Exit codes: 78 where a variable is missing, wrong or set already, 69 where the port can't be had.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { parse } from 'yaml';
import * as z from 'zod';
import { createPatientServer } from '../src/app/patient-server.ts';
import { addToEnvFile, readEnvFile } from '../src/app/registration/env-file.ts';
import { createManifest } from '../src/app/registration/manifest.ts';
import { createRegistration } from '../src/app/registration.ts';
import { browserUrl, type RegisteringSettings, readRegistering } from '../src/app/settings/registering.ts';
import { convertManifestCode } from '../src/io/github/app-manifest.ts';

const ENV_FILE = '.env';
/** As in BSD's sysexits. */
const CONFIG_EXIT_CODE = 78;
const UNAVAILABLE_EXIT_CODE = 69;
const KEY_BYTES = 32;
/** Milliseconds in which the browser gets its last answer. */
const FAREWELL_MS = 1_000;

const read = readRegistering({ ...readEnvFile(ENV_FILE), ...process.env });
if (read.ok) {
  await register(read.settings);
} else {
  process.stderr.write(read.problems.map((problem) => `setup: ${problem}\n`).join(''));
  process.exitCode = CONFIG_EXIT_CODE;
}

async function register(settings: RegisteringSettings): Promise<void> {
  const server = createPatientServer();
  const port = await listen(server, settings);
  if (port === null) {
    return;
  }
  const address = browserUrl(settings, port);
  const key = randomText();
  const finished = Promise.withResolvers<string>();
  const app = createRegistration({
    ...settings,
    manifest: createManifest(readAppFile(), { ...settings, browserUrl: address }),
    key,
    state: randomText(),
    convert: (code) => convertManifestCode(code, settings),
    save: (values) => addToEnvFile(ENV_FILE, values),
    registered: ({ id }, values) => finished.resolve(describeEnd(id, Object.keys(values))),
    failed: (sentence) => process.stderr.write(`setup: ${sentence}\n`),
  });
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  server.on('request', (request, response) => void answer(request, response));
  process.stdout.write(describeBeginning(`${address}/?key=${key}`, settings));
  process.stdout.write(await finished.promise);
  server.close();
  setTimeout(() => server.closeAllConnections(), FAREWELL_MS);
}

/** The port; null: it can't be had, which has been said. */
async function listen(
  server: ReturnType<typeof createPatientServer>,
  { host, port }: RegisteringSettings,
): Promise<number | null> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`setup: can't listen on ${host}:${port}: ${why}. End what has it, or set PORT.\n`);
    process.exitCode = UNAVAILABLE_EXIT_CODE;
    return null;
  }
  const address = server.address();
  return address === null || typeof address === 'string' ? port : address.port;
}

function readAppFile() {
  const path = join(import.meta.dirname, '../app.yml');
  return z.looseObject({ name: z.string() }).parse(parse(readFileSync(path, 'utf8')));
}

function randomText(): string {
  return randomBytes(KEY_BYTES).toString('base64url');
}

function describeBeginning(address: string, { serverUrl }: RegisteringSettings): string {
  return `Sign in to ${serverUrl}, then open this address in the same browser:

  ${address}

Whoever has it can register the App in your place; show it to nobody.
`;
}

function describeEnd(id: number, names: readonly string[]): string {
  return `
The App is registered with the number ${id}. Written to ${ENV_FILE}, which only you can read: ${names.join(', ')}.
Choose its repositories in the browser, then start the server with PUBLIC_URL as you gave it here and npm start.
`;
}
