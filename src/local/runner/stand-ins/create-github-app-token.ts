import { createSign } from 'node:crypto';
import { isRecord, type JsonRecord, showJson } from '../json.ts';
import type { StandIn, StandInResult, StandInRun } from './stand-in.ts';

/** actions/create-github-app-token: a real installation token from the API, for an App that proves itself with a JWT. */
export const createGithubAppToken: StandIn = {
  inputs: {
    'app-id': { preset: '' },
    'client-id': { preset: '' },
    'private-key': { preset: '' },
    owner: { preset: '' },
    repositories: { preset: '' },
    'skip-token-revoke': { preset: 'false', only: ['true', 'false'] },
    'permission-*': { preset: '' },
  },
  main,
};

async function main(run: StandInRun): Promise<StandInResult> {
  const issuer = run.input('client-id') || run.input('app-id');
  const key = run.input('private-key').replaceAll('\\n', '\n');
  if (issuer === '') return { ok: false, problem: 'Input required and not supplied: client-id or app-id' };
  if (key === '') return { ok: false, problem: 'Input required and not supplied: private-key' };
  const jwt = signJwt(issuer, key);
  if (jwt === undefined) return { ok: false, problem: "Input 'private-key' is no private key in PEM format" };
  const api = createApi(run.github.apiUrl, `Bearer ${jwt}`);
  const installation = await api('GET', installationPath(run));
  if (!installation.ok) return installation;
  const id = showJson(installation.value['id']);
  const created = await api('POST', `/app/installations/${id}/access_tokens`, tokenRequest(run));
  if (!created.ok) return created;
  const token = showJson(created.value['token']);
  run.hide(token);
  run.setOutput('token', token);
  run.setOutput('installation-id', id);
  run.setOutput('app-slug', showJson(installation.value['app_slug']));
  if (run.input('skip-token-revoke') !== 'true') run.atEnd(() => revoke(run, token));
  return { ok: true };
}

/** Undefined: the key can't sign. */
function signJwt(issuer: string, key: string): string | undefined {
  const now = Math.floor(Date.now() / 1000);
  const payload = { iat: now - CLOCK_SKEW, exp: now + JWT_LIFETIME, iss: issuer };
  const text = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(payload)}`;
  try {
    return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
  } catch {
    return undefined;
  }
}

/** Seconds; as GitHub advises. */
const CLOCK_SKEW = 60;

/** Seconds; GitHub takes at most ten minutes. */
const JWT_LIFETIME = 540;

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** The installation on the one repository, or that of an owner where several repositories, or all, are wanted. */
function installationPath(run: StandInRun): string {
  const owner = run.input('owner');
  const [first] = repositoriesOf(run);
  const [ownOwner = '', ownName = ''] = run.github.repository.split('/');
  if (first !== undefined) return `/repos/${owner || ownOwner}/${first}/installation`;
  return owner === '' ? `/repos/${ownOwner}/${ownName}/installation` : `/users/${owner}/installation`;
}

function repositoriesOf(run: StandInRun): readonly string[] {
  const names = run.input('repositories').split(/[\s,]+/);
  return names.filter((name) => name !== '').map((name) => name.split('/').at(-1) ?? name);
}

/** As the real action: without `owner` and `repositories` the token is for the current repository alone. */
function tokenRequest(run: StandInRun): { readonly [key: string]: unknown } {
  const names = repositoriesOf(run);
  const own = run.github.repository.split('/')[1] ?? '';
  const repositories = names.length > 0 ? names : run.input('owner') === '' ? [own] : undefined;
  const permissions = run
    .inputsWithPrefix('permission-')
    .map(([name, level]) => [name.slice('permission-'.length).replaceAll('-', '_'), level]);
  return {
    ...(repositories === undefined ? {} : { repositories }),
    ...(permissions.length === 0 ? {} : { permissions: Object.fromEntries(permissions) }),
  };
}

async function revoke(run: StandInRun, token: string): Promise<StandInResult> {
  const result = await createApi(run.github.apiUrl, `token ${token}`)('DELETE', '/installation/token');
  run.info(result.ok ? 'Token revoked' : `Token revocation failed: ${result.problem}`);
  return { ok: true };
}

type Api = (method: string, path: string, body?: unknown) => Promise<Answer>;
type Answer =
  | { readonly ok: true; readonly value: JsonRecord }
  | { readonly ok: false; readonly problem: string };

function createApi(baseUrl: string, authorization: string): Api {
  async function call(method: string, path: string, body?: unknown): Promise<Answer> {
    try {
      const response = await fetch(`${baseUrl}${path}`, {
        method,
        headers: {
          authorization,
          accept: 'application/vnd.github+json',
          'user-agent': 'create-github-app-token',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok)
        return { ok: false, problem: `${method} ${path} answered ${response.status}: ${text}` };
      const value: unknown = text === '' ? {} : JSON.parse(text);
      return isRecord(value)
        ? { ok: true, value }
        : { ok: false, problem: `${method} ${path} answered no object` };
    } catch (error) {
      return { ok: false, problem: `${method} ${path} failed: ${String(error)}` };
    }
  }
  return call;
}
