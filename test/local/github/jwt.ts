import { createSign } from 'node:crypto';
import type { CreatedApp } from '../../../src/local/github/operations/apps.ts';

/** Seconds from `now`, and an issuer instead of the App's own. */
export type JwtClaims = { readonly exp?: number; readonly iat?: number; readonly iss?: number };

/** What an App signs to speak for itself. */
export function signJwt(
  app: Pick<CreatedApp, 'id' | 'privateKey'>,
  now: Date,
  claims: JwtClaims = {},
): string {
  const seconds = Math.floor(now.getTime() / 1000);
  const payload = {
    iat: seconds + (claims.iat ?? -10),
    exp: seconds + (claims.exp ?? 300),
    iss: claims.iss ?? app.id,
  };
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(payload)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(app.privateKey, 'base64url')}`;
}
