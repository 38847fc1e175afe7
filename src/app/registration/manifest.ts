import { CALLBACK_PATH } from '../dashboard/sign-in.ts';
import { WEBHOOK_PATH } from '../webhooks.ts';

/** What of app.yml is looked at; the rest goes to GitHub as it stands there. */
export type AppFile = { readonly name: string; readonly [key: string]: unknown };

/** What GitHub is asked to register, in its own words. */
export type AppManifest = AppFile & {
  readonly hook_attributes: { readonly url: string };
  readonly redirect_url: string;
  readonly callback_urls: readonly string[];
};

/** Where the browser comes back to, below the address at which it reaches us. */
export const REGISTERED_PATH = '/registered';

/** The App as app.yml says, at the server's addresses. None of those given has a slash at the end. */
export function createManifest(
  file: AppFile,
  { publicUrl, browserUrl }: { readonly publicUrl: string; readonly browserUrl: string },
): AppManifest {
  return {
    ...file,
    hook_attributes: { url: `${publicUrl}${WEBHOOK_PATH}` },
    redirect_url: `${browserUrl}${REGISTERED_PATH}`,
    callback_urls: [`${publicUrl}${CALLBACK_PATH}`],
  };
}
