import type { SignIn } from '../dashboard/sign-in.ts';
import { checkPair, parseText, type Reader } from './reading.ts';

/** undefined: it is off, or a problem says why it can't be used. */
export function readSignIn(reader: Reader): SignIn | undefined {
  const clientId = reader.read('GITHUB_CLIENT_ID', parseText);
  const clientSecret = reader.read('GITHUB_CLIENT_SECRET', parseText);
  checkPair(reader, { GITHUB_CLIENT_ID: clientId, GITHUB_CLIENT_SECRET: clientSecret });
  return clientId && clientSecret ? { kind: 'github', clientId, clientSecret } : undefined;
}
