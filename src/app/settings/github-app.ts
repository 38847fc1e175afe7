import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createReader, type Environment, Problem, parseSecret, parseUrl, type Reader } from './reading.ts';

/** The App that the server is, and the GitHub where it is one. */
export type GitHubAppSettings = {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
};

/** undefined: a problem says why. */
export function readGitHubApp(reader: Reader, environment: Environment): GitHubAppSettings | undefined {
  const { read } = reader;
  const appId = read('APP_ID', parseAppId);
  const privateKey = readPrivateKey(reader, environment);
  const webhookSecret = read('WEBHOOK_SECRET', parseSecret);
  const apiUrl = read('GITHUB_API_URL', parseUrl);
  const serverUrl = read('GITHUB_SERVER_URL', parseUrl);
  return appId === undefined ||
    privateKey === undefined ||
    webhookSecret === undefined ||
    apiUrl === undefined ||
    serverUrl === undefined
    ? undefined
    : { appId, privateKey, webhookSecret, apiUrl, serverUrl };
}

/** Who the App is, where the environment says so; null: it names none. */
export function readAppIdentity(
  environment: Environment,
):
  | { readonly ok: true; readonly identity: Pick<GitHubAppSettings, 'appId' | 'privateKey'> | null }
  | { readonly ok: false; readonly problems: readonly string[] } {
  if (!environment['APP_ID']?.trim()) {
    return { ok: true, identity: null };
  }
  const reader = createReader(environment);
  const appId = reader.read('APP_ID', parseAppId);
  const privateKey = readPrivateKey(reader, environment);
  return appId === undefined || privateKey === undefined
    ? { ok: false, problems: reader.problems }
    : { ok: true, identity: { appId, privateKey } };
}

function parseAppId(text: string): number | Problem {
  return /^[1-9]\d{0,14}$/.test(text)
    ? Number(text)
    : new Problem("must be a number; it is the App's ID, not its client ID.");
}

function readPrivateKey({ read }: Reader, environment: Environment): string | undefined {
  const path = environment['PRIVATE_KEY_PATH']?.trim();
  return path && !environment['PRIVATE_KEY']?.trim()
    ? read('PRIVATE_KEY_PATH', (text) => {
        try {
          return parsePrivateKey(readFileSync(text, 'utf8'));
        } catch {
          return new Problem('names a file that can not be read; name the file that GitHub gave you.');
        }
      })
    : read('PRIVATE_KEY', parsePrivateKey);
}

function parsePrivateKey(text: string): string | Problem {
  const unescaped = text.replaceAll('\\n', '\n').trim();
  const pem = unescaped.startsWith('-----') ? unescaped : Buffer.from(unescaped, 'base64').toString();
  try {
    createPrivateKey(pem);
    return pem;
  } catch {
    return new Problem('is no private key; copy the whole .pem file that GitHub gave you.');
  }
}
