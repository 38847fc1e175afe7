import type { Context } from 'hono';
import { isAtLeast } from '../../control/roles.ts';
import { answerNothing, answerPage } from './answering.ts';
import { readFilter, readOverview } from './overview.ts';
import { renderOverview } from './overview-page.ts';
import type { DashboardParts, PageVariables } from './parts.ts';
import { readPatchPage } from './patch.ts';
import { renderPatch } from './patch-page.ts';
import { nameOf } from './paths.ts';

/** `GET /`: where all patches stand. */
export async function showOverview(asked: Context<PageVariables>, parts: DashboardParts): Promise<Response> {
  const { login, formToken } = asked.get('session');
  const filter = readFilter((name) => asked.req.query(name));
  const overview = await readOverview(parts, login, filter);
  const title = overview.filter.repository ?? 'Patches';
  const { pending } = overview;
  return answerPage(asked, parts, { title, content: renderOverview(overview, formToken), pending });
}

/** `GET /patches/:owner/:name/:id`: one patch with all that is known of it. */
export async function showPatch(asked: Context<PageVariables>, parts: DashboardParts): Promise<Response> {
  const { login, formToken } = asked.get('session');
  const name = nameOf(asked);
  const role = await parts.access.roleIn(name.repository, login);
  const mayRead = role !== null && isAtLeast(role, 'viewer');
  if (mayRead) {
    parts.views.need(login);
  }
  const page = mayRead ? await readPatchPage(parts, name, role) : null;
  return page === null
    ? answerNothing(asked, parts)
    : answerPage(asked, parts, { title: page.status.title, content: renderPatch(page, formToken) });
}
