import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { readFields } from './acting.ts';
import type { DashboardParts, PageVariables } from './parts.ts';

type Guard = MiddlewareHandler<PageVariables>;

/** Nothing runs, loads or frames but what is ours. Forms tell their origin, which is checked. */
export function setHeaders({ secure }: Pick<DashboardParts, 'secure'>): Guard {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: secure ? 'max-age=15552000' : false,
  });
}

/** Lets in who has signed in; the handler finds the person under `session`. `ask` answers everybody else. */
export function checkSession(
  { sessions }: Pick<DashboardParts, 'sessions'>,
  ask: (asked: Context) => Promise<Response>,
): Guard {
  return async (asked, next) => {
    const session = await sessions.read(asked);
    if (session === null) {
      return ask(asked);
    }
    asked.set('session', session);
    return next();
  };
}

/** Lets only forms in that a page of ours showed to this very session. Takes its body, which is small, with it. */
export function checkForm({
  sessions,
  publicUrl,
}: Pick<DashboardParts, 'sessions' | 'publicUrl'>): readonly [sameOrigin: Guard, small: Guard, token: Guard] {
  return [
    csrf({ origin: new URL(publicUrl).origin }),
    bodyLimit({ maxSize: MAX_FORM_BYTES }),
    async (asked, next) => {
      const { token } = await readFields(asked);
      if (!sessions.isFormToken(asked.get('session'), token)) {
        throw new HTTPException(FORBIDDEN);
      }
      await next();
    },
  ];
}

/** Bytes; a form holds one reason. */
const MAX_FORM_BYTES = 16_384;
const FORBIDDEN = 403;
