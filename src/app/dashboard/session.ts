import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import * as z from 'zod';
import { jsonIn } from '../../patch/json-text.ts';
import type { Clock } from '../../stages/ports.ts';

/** Somebody who signed in. */
export type Session = {
  /** GitHub login. */
  readonly login: string;
  /** Stands in every form of this session's pages, and in nobody else's. */
  readonly formToken: string;
};

/** Who is who, kept by the browsers themselves in signed cookies, so that any process can read them. */
export type Sessions = {
  open(context: Context, login: string): Promise<void>;
  /** null: nobody, somebody whose time is over, or a cookie that is not ours. */
  read(context: Context): Promise<Session | null>;
  close(context: Context): void;
  isFormToken(session: Session, given: unknown): boolean;
  /** Keeps a small value for the next request of this browser. */
  leave<Value>(context: Context, note: Note<Value>, value: Value): Promise<void>;
  /** Reads it, and keeps it no longer; null: there is none. */
  take<Value>(context: Context, note: Note<Value>): Promise<Value | null>;
};

/** A value that one request leaves for another. */
export type Note<Value> = {
  readonly name: string;
  readonly seconds: number;
  readonly schema: z.ZodType<Value>;
};

export function createSessions(given: {
  /** Any secret of the server; keys of our own are derived from it. */
  readonly secret: string;
  readonly secure: boolean;
  readonly clock: Clock;
}): Sessions {
  const { secret, secure, clock } = given;
  const key = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', secret, '', `ghost-runner dashboard: ${purpose}`, KEY_BYTES)).toString(
      'hex',
    );
  // Browsers take a cookie with this prefix from our own host only, and over https only.
  const prefix: Pick<CookieOptions, 'prefix'> = secure ? { prefix: 'host' } : {};
  const options: CookieOptions = { path: '/', httpOnly: true, sameSite: 'Lax', secure, ...prefix };
  const write = async (
    context: Context,
    name: string,
    { value, seconds }: { value: unknown; seconds: number },
  ) => {
    const text = Buffer.from(JSON.stringify({ value, until: clock.now().getTime() + seconds * 1000 }));
    const more = { ...options, maxAge: seconds };
    // Each cookie has a key of its own, so that the value of one is nothing as the value of another.
    await setSignedCookie(context, `ghost_${name}`, text.toString('base64url'), key(name), more);
  };
  const read = async <Value>(
    context: Context,
    name: string,
    schema: z.ZodType<Value>,
  ): Promise<Value | null> => {
    const signed = getSignedCookie(context, key(name), `ghost_${name}`, prefix.prefix);
    const text = await signed.catch(() => undefined);
    const parsed = text
      ? z
          .object({ value: schema, until: z.number() })
          .safeParse(jsonIn(Buffer.from(text, 'base64url').toString()))
      : null;
    return parsed?.success === true && clock.now().getTime() < parsed.data.until ? parsed.data.value : null;
  };
  const forms = key('forms');
  return {
    open: (context, login) =>
      write(context, SESSION, {
        value: { login, id: randomBytes(ID_BYTES).toString('base64url') },
        seconds: SESSION_SECONDS,
      }),
    read: async (context) => {
      const session = await read(context, SESSION, sessionSchema);
      return session === null
        ? null
        : {
            login: session.login,
            formToken: createHmac('sha256', forms).update(session.id).digest('base64url'),
          };
    },
    close: (context) => void deleteCookie(context, `ghost_${SESSION}`, options),
    isFormToken: ({ formToken }, token) => {
      const expected = Buffer.from(formToken);
      const found = Buffer.from(typeof token === 'string' ? token : '');
      return expected.length === found.length && timingSafeEqual(expected, found);
    },
    leave: (context, { name, seconds }, value) => write(context, name, { value, seconds }),
    take: async (context, { name, schema }) => {
      const value = await read(context, name, schema);
      if (value !== null) {
        deleteCookie(context, `ghost_${name}`, options);
      }
      return value;
    },
  };
}

const SESSION = 'session';

/** A working day: whoever lost access to everything is still nobody here after it. */
const SESSION_SECONDS = 8 * 3600;

const KEY_BYTES = 32;
const ID_BYTES = 16;

const sessionSchema = z.object({ login: z.string(), id: z.string() });
