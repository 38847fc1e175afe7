import { createHash, randomBytes } from 'node:crypto';
import type { CallbackAddress } from '../stages/callback/callbacks.ts';
import type { Token } from '../stages/intake/store.ts';

/** What a token may do; the rest is made up here. */
export type TokenPlan = Pick<
  Token,
  'sender' | 'login' | 'repositories' | 'perMinute' | 'perDay' | 'expiresAt'
>;

/** Makes a token. Its secret is in no store: who loses it needs another one. */
export function makeToken(plan: TokenPlan, now: Date): { readonly token: Token; readonly secret: string } {
  const secret = `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64url')}`;
  return {
    secret,
    token: {
      ...plan,
      // GitHub's names are without regard to case, and one that stands here twice would count as two.
      repositories: [...new Set(plan.repositories.map((name) => name.toLowerCase()))],
      id: `tk_${randomBytes(ID_BYTES).toString('hex')}`,
      hash: hashSecret(secret),
      createdAt: now.toISOString(),
    },
  };
}

/** Makes an address whose messages can be told from others. Who loses its secret needs another one. */
export function makeCallback(url: string): CallbackAddress {
  return { url, secret: makeSigningSecret() };
}

/** What callbacks are signed with. */
export function makeSigningSecret(): string {
  return `${SIGNING_PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;
}

/** A secret has 256 bits that nobody chose, so that a plain hash can't be turned around by guessing. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** The token may be used now. */
export function isUsable({ revokedAt, expiresAt }: Token, now: Date): boolean {
  return revokedAt === undefined && (expiresAt === undefined || now < new Date(expiresAt));
}

/** By which scanners and people know it. */
const PREFIX = 'ghost_';

/** As Standard Webhooks have it. */
const SIGNING_PREFIX = 'whsec_';

const SECRET_BYTES = 32;
const ID_BYTES = 4;
