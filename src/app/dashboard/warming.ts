import type { DashboardParts } from './parts.ts';
import { soon } from './soon.ts';

/** Looks at what every first page needs, before anybody asks for one. Never rejects. */
export async function warmUp({ context, stock, switchboards, health }: DashboardParts): Promise<void> {
  const names = await context.store.board.repositories().catch(() => []);
  await Promise.all([
    health.see(0),
    stock.figures(names).catch(() => undefined),
    ...names.slice(0, MOST_REPOSITORIES).map((name) => switchboards.see(name)),
  ]);
}

/** Each is a request to GitHub. */
const MOST_REPOSITORIES = 20;

/** Finds out what somebody who has just signed in may see; waits for that, but not for ever. Never rejects. */
export async function welcome({ access, switchboards }: DashboardParts, login: string): Promise<void> {
  const found = access
    .seenBy(login)
    .then(({ repositories }) =>
      Promise.all(repositories.slice(0, MOST_REPOSITORIES).map(({ name }) => switchboards.see(name))),
    );
  await soon(found, WELCOME_MS, null).catch(() => null);
}

/** Milliseconds; signing in asks GitHub anyway, and takes about as long. */
const WELCOME_MS = 3_000;
