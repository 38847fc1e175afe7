import { Octokit } from '@octokit/rest';
import { SILENT } from './client.ts';
import { messageOf, statusOf } from './failure.ts';

/** An App as GitHub shows it once, right after it was registered from a manifest. */
export type RegisteredApp = {
  readonly id: number;
  /** Its private key. */
  readonly pem: string;
  /** null: it was registered without a webhook. */
  readonly webhookSecret: string | null;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The App's own page on GitHub. */
  readonly pageUrl: string;
};

export type Conversion =
  | { readonly ok: true; readonly app: RegisteredApp }
  /** One sentence that says what to do. The code may still be good where GitHub did not answer. */
  | { readonly ok: false; readonly sentence: string };

/**
 * Has GitHub give the App for the code with which it sent the browser back. A code is good once, and for an hour.
 * It is its own proof, so that no token goes with it.
 */
export async function convertManifestCode(
  code: string,
  { apiUrl }: { readonly apiUrl: string },
): Promise<Conversion> {
  const octokit = new Octokit({ baseUrl: apiUrl, userAgent: 'ghost-runner', log: SILENT });
  try {
    const { data } = await octokit.rest.apps.createFromManifest({
      code,
      request: { signal: AbortSignal.timeout(DEADLINE_MS) },
    });
    return {
      ok: true,
      app: {
        id: data.id,
        pem: data.pem,
        webhookSecret: data.webhook_secret,
        clientId: data.client_id,
        clientSecret: data.client_secret,
        pageUrl: data.html_url,
      },
    };
  } catch (error) {
    return { ok: false, sentence: describeFailure(error) };
  }
}

function describeFailure(error: unknown): string {
  const status = statusOf(error);
  return status !== null && REFUSED.includes(status)
    ? 'GitHub does not take this code, which is good once and for an hour. Begin again.'
    : `GitHub could not be asked for the App: ${messageOf(error)}. Reload this page in a moment.`;
}

/** HTTP statuses of a code that is unknown, used or too old. */
const REFUSED = [404, 422];

/** Milliseconds; a person waits for the answer. */
const DEADLINE_MS = 30_000;
