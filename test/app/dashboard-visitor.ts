/** A browser without a screen: it keeps cookies, follows nothing by itself, and sends what it is told to. */
export type Visitor = {
  /** Asks again while the page says that something is still to come, as its script does. */
  get(path: string): Promise<Visit>;
  /** Asks once. */
  glance(path: string): Promise<Visit>;
  /** Sends a form as its page would; `origin: null` leaves out what browsers say of where it comes from. */
  post(
    path: string,
    fields: { readonly [name: string]: string },
    options?: { readonly origin?: string | null },
  ): Promise<Visit>;
  /** The token of this visitor's forms, from the page at this path. */
  formToken(path?: string): Promise<string>;
  readonly cookies: Map<string, string>;
};

export type Visit = { readonly status: number; readonly headers: Headers; readonly text: string };

export function createVisitor(url: string): Visitor {
  const cookies = new Map<string, string>();
  const ask = async (path: string, request: RequestInit): Promise<Visit> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers(request.headers);
    // A connection that was kept might be one of the server before a restart.
    headers.set('connection', 'close');
    if (cookie !== '') {
      headers.set('cookie', cookie);
    }
    const answer = await fetch(path.startsWith('http') ? path : `${url}${path}`, {
      ...request,
      headers,
      redirect: 'manual',
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) {
        cookies.delete(name);
      } else {
        cookies.set(name, value);
      }
    }
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  return {
    cookies,
    get: async (path) => {
      let visit = await ask(path, {});
      while (visit.text.includes(' data-pending>')) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        visit = await ask(path, {});
      }
      return visit;
    },
    glance: (path) => ask(path, {}),
    post: (path, fields, { origin = url } = {}) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: origin === null ? {} : { origin },
      }),
    formToken: async (path = '/') => {
      const { text } = await ask(path, {});
      return /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '';
    },
  };
}
