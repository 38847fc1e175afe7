import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';

/** The App as GitHub's sign-in knows it. */
export type OAuthApp = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly apiUrl: string;
  /** GitHub's pages. */
  readonly serverUrl: string;
  /** Where GitHub sends people back to. */
  readonly redirectUrl: string;
};

/** One attempt to sign in; both values are known to us and the browser that began it. */
export type Attempt = { readonly state: string; readonly verifier: string };

export function newAttempt(): Attempt {
  return { state: randomText(), verifier: randomText() };
}

/** Where the browser goes to sign in. Only whoever knows the verifier can use the code that comes back. */
export function authorizeUrl(
  { clientId, serverUrl, redirectUrl }: OAuthApp,
  { state, verifier }: Attempt,
): string {
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUrl,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  return `${serverUrl}/login/oauth/authorize?${query.toString()}`;
}

/**
 * The login of the person who came back with this code; null: GitHub does not take it, such as when it is too old.
 * The token that GitHub gives for it is used for this one question and kept nowhere. Rejects where GitHub does not
 * answer as it should.
 */
export async function identify(app: OAuthApp, code: string, verifier: string): Promise<string | null> {
  const { clientId, clientSecret, apiUrl, serverUrl, redirectUrl } = app;
  const body = new URLSearchParams({
    client_id: clientId,
    client_secret: clientSecret,
    code,
    redirect_uri: redirectUrl,
    code_verifier: verifier,
  });
  const given = await askJson(`${serverUrl}/login/oauth/access_token`, { method: 'POST', body });
  const token = z.object({ access_token: z.string() }).safeParse(given);
  if (!token.success) {
    return null;
  }
  const headers = { authorization: `Bearer ${token.data.access_token}` };
  return z.object({ login: z.string() }).parse(await askJson(`${apiUrl}/user`, { headers })).login;
}

async function askJson(
  url: string,
  {
    headers = {},
    ...request
  }: { readonly headers?: { readonly [name: string]: string } } & Omit<RequestInit, 'headers'>,
): Promise<unknown> {
  const answer = await fetch(url, {
    ...request,
    headers: { accept: 'application/json', 'user-agent': 'ghost-runner', ...headers },
    signal: AbortSignal.timeout(DEADLINE_MS),
    redirect: 'error',
  });
  if (!answer.ok) {
    throw new Error(`GitHub answered ${answer.status} to a sign-in`);
  }
  return answer.json();
}

/** Milliseconds; a person waits. */
const DEADLINE_MS = 10_000;

function randomText(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

const SECRET_BYTES = 32;
