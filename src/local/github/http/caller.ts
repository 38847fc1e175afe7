import type { App, Token } from '../model.ts';

/** Who is asking: nobody, the bearer of a token, or an App with its JWT. */
export type Caller = { readonly token: Token | null; readonly app: App | null };
