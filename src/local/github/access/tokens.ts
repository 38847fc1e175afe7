import { createVerify, randomBytes } from 'node:crypto';
import type { App, Token } from '../model.ts';
import type { World } from '../world.ts';

/** Beginnings by which secret scanners know GitHub's tokens. */
const PREFIXES = { personal: 'github_pat_', installation: 'ghs_', job: 'ghs_' } as const;

const SECRET_BYTES = 27;

export function mintToken(world: World, token: Omit<Token, 'value'>): Token {
  const secret = randomBytes(SECRET_BYTES).toString('base64url').replace(/[-_]/g, 'x');
  const minted = { ...token, value: `${PREFIXES[token.kind]}${secret}` };
  world.tokens.set(minted.value, minted);
  return minted;
}

/** Unknown, revoked and expired tokens are all the same to the caller. */
export function findToken(world: World, value: string): Token | null {
  const token = world.tokens.get(value);
  if (token === undefined || (token.expiresAt !== null && token.expiresAt <= world.now())) {
    return null;
  }
  return token;
}

/**
 * The value in an `Authorization` header: `token x`, `Bearer x`, or Basic with x as the password.
 * undefined: there is no header.
 */
export function readAuthorization(header: string | null): string | undefined {
  const [, scheme = '', value = ''] = /^(\S+)\s+(\S+)\s*$/.exec(header ?? '') ?? [];
  if (header === null) {
    return undefined;
  }
  if (scheme.toLowerCase() !== 'basic') {
    return value;
  }
  const pair = Buffer.from(value, 'base64').toString();
  return pair.slice(pair.indexOf(':') + 1);
}

/** GitHub takes an App's JWT for at most ten minutes, and allows its clock to run a little ahead. */
const LONGEST_LIFE_SECONDS = 600;
const CLOCK_DRIFT_SECONDS = 60;
const MILLISECONDS = 1000;

/** The App that signed this JWT, or a sentence that says what is wrong with it; null: it is no JWT at all. */
export function readAppJwt(world: World, value: string): App | string | null {
  const [head, body, signature, ...rest] = value.split('.');
  if (head === undefined || body === undefined || signature === undefined || rest.length > 0) {
    return null;
  }
  const [header, claims] = [parsePart(head), parsePart(body)];
  if (header?.['alg'] !== 'RS256' || claims === null) {
    return 'A JSON web token could not be decoded';
  }
  const app = world.apps.get(Number(claims['iss']));
  if (app === undefined) {
    return "'Issuer' claim ('iss') must be an Integer";
  }
  const verify = createVerify('RSA-SHA256').update(`${head}.${body}`);
  if (!verify.verify(app.publicKey, Buffer.from(signature, 'base64url'))) {
    return 'A JSON web token could not be decoded';
  }
  return findClaimProblem(claims, world.now().getTime() / MILLISECONDS) ?? app;
}

function parsePart(part: string): { readonly [claim: string]: unknown } | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

function findClaimProblem(claims: { readonly [claim: string]: unknown }, now: number): string | null {
  const { exp, iat } = claims;
  if (typeof exp !== 'number' || exp <= now) {
    return "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires";
  }
  if (exp > now + LONGEST_LIFE_SECONDS + CLOCK_DRIFT_SECONDS) {
    return "'Expiration time' claim ('exp') is too far in the future";
  }
  if (typeof iat !== 'number' || iat > now + CLOCK_DRIFT_SECONDS) {
    return "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued";
  }
  return null;
}
