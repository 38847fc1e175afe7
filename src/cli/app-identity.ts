import { readAppIdentity } from '../app/settings/github-app.ts';

/** The App as which the server signs in; `privateKey` is a PEM. */
export type AppIdentity = { readonly appId: number; readonly privateKey: string };

/** As for `serve`: APP_ID with PRIVATE_KEY or PRIVATE_KEY_PATH; null where APP_ID is not set. Throws where they are wrong. */
export function readIdentity(): AppIdentity | null {
  const read = readAppIdentity(process.env);
  if (!read.ok) {
    throw new Error(read.problems.join(' '));
  }
  return read.identity;
}
