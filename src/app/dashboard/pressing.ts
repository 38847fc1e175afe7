import type { Context } from 'hono';
import { press, readFields, SAID } from './acting.ts';
import { answerNothing } from './answering.ts';
import type { DashboardParts, PageVariables } from './parts.ts';
import { nameOf, ownPath, patchPath } from './paths.ts';

/** `POST /patches/:owner/:name/:id`: a button on the page of a patch. */
export function pressOnPatch(asked: Context<PageVariables>, parts: DashboardParts): Promise<Response> {
  const name = nameOf(asked);
  return obey(asked, parts, { repository: name.repository, patch: name.id, back: patchPath(name) });
}

/** `POST /control/:owner/:name`: the switch of a repository. */
export function pressOnRepository(asked: Context<PageVariables>, parts: DashboardParts): Promise<Response> {
  const { repository } = nameOf(asked);
  return obey(asked, parts, { repository, patch: null, back: cameFrom(asked, parts) });
}

/** `POST /sign-out`. */
export function signOut(asked: Context<PageVariables>, { sessions }: DashboardParts): Response {
  sessions.close(asked);
  return asked.redirect('/', SEE_OTHER);
}

const SEE_OTHER = 303;

type Pressed = { readonly repository: string; readonly patch: string | null; readonly back: string };

/** Does it, and leads back to the page, which says what came of it. */
async function obey(
  asked: Context<PageVariables>,
  parts: DashboardParts,
  { repository, patch, back }: Pressed,
): Promise<Response> {
  const fields = await readFields(asked);
  const session = asked.get('session');
  // Whoever may step in is never kept from it.
  if ((await parts.access.roleIn(repository, session.login)) === 'viewer') {
    parts.views.need(session.login);
  }
  const said = await press(parts, session, { repository, patch, fields });
  if (said === null) {
    return answerNothing(asked, parts);
  }
  // The page that comes next must show what is now, not what was before the press.
  await parts.switchboards.look(repository);
  if (patch !== null) {
    await parts.follower.look({ repository, id: patch }).catch(() => null);
  }
  parts.feed.wake();
  await parts.sessions.leave(asked, SAID, said);
  return asked.redirect(back, SEE_OTHER);
}

/** The page on which the button was pressed, where the browser tells it. */
function cameFrom(asked: Context, { publicUrl }: DashboardParts): string {
  const { origin } = new URL(publicUrl);
  const referer = asked.req.header('referer') ?? '';
  return referer.startsWith(`${origin}/`) ? ownPath(referer.slice(origin.length)) : '/';
}
