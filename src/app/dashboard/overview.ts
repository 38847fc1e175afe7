import type { Role } from '../../control/roles.ts';
import { type BoardEntry, type Figures, STANDINGS, type Standing } from '../../stages/intake/board.ts';
import type { ReadinessReport } from '../readiness.ts';
import type { Access } from './access.ts';
import type { Health } from './health.ts';
import type { Stock } from './stock.ts';
import type { ControlSeen, Switchboards } from './switchboards.ts';

/** Everything that the first page shows. */
export type Overview = {
  /** ISO 8601. */
  readonly now: string;
  readonly login: string;
  readonly filter: Filter;
  /** Names of all that this person may see. */
  readonly repositories: readonly string[];
  /** Of how many GitHub could not be asked whether they are among them. */
  readonly unknown: number;
  /** About how many it was not asked, because there are too many. */
  readonly left: number;
  /** GitHub has not said everything yet that belongs on this page. */
  readonly pending: boolean;
  readonly panels: readonly Panel[];
  readonly figures: Figures;
  /** null: nobody knows yet. */
  readonly health: ReadinessReport | null;
  readonly version: string;
  /** GitHub's pages. */
  readonly serverUrl: string;
};

/** As it stands in the address. */
export type Filter = {
  readonly repository?: string;
  readonly standing?: Standing;
  readonly before?: number;
};

/** One repository. */
export type Panel = {
  readonly name: string;
  readonly role: Role;
  readonly control: ControlSeen;
  readonly standings: { readonly [standing in Standing]?: number };
  readonly entries: readonly BoardEntry[];
  /** There are older ones. */
  readonly more: boolean;
};

export type OverviewParts = {
  readonly access: Access;
  readonly switchboards: Switchboards;
  readonly stock: Stock;
  readonly health: Health;
  readonly now: () => Date;
  readonly version: string;
  readonly serverUrl: string;
};

/** What is in the store is shown at once; what only GitHub knows, when it has said so. */
export async function readOverview(parts: OverviewParts, login: string, filter: Filter): Promise<Overview> {
  const { access, stock } = parts;
  const seen = parts.health.see(PATIENCE_MS);
  const { repositories, unknown, asked, left } = await access.seenBy(login, {
    within: PATIENCE_MS,
    ...(filter.repository === undefined ? {} : { named: filter.repository }),
  });
  const chosen = repositories.filter(
    ({ name }) => filter.repository === undefined || filter.repository === name,
  );
  const length = chosen.length === 1 ? LONG_LIST : SHORT_LIST;
  const [panels, figures, health] = await Promise.all([
    Promise.all(chosen.map((seen) => readPanel(parts, seen, { filter, length }))),
    stock.figures(chosen.map(({ name }) => name)),
    seen,
  ]);
  return {
    now: parts.now().toISOString(),
    login,
    filter,
    repositories: repositories.map(({ name }) => name),
    unknown,
    left,
    pending: asked > 0 || health === null || panels.some(({ control }) => !control.known && control.asked),
    panels,
    figures,
    health,
    version: parts.version,
    serverUrl: parts.serverUrl,
  };
}

/** Milliseconds for which a page waits for GitHub; what comes later, the page asks for itself. */
const PATIENCE_MS = 25;

/** What stands in the address; whatever has no meaning is left out. */
export function readFilter(query: (name: string) => string | undefined): Filter {
  const repository = query('repository')?.toLowerCase();
  const standing = STANDINGS.find((known) => known === query('state'));
  const before = /^\d{1,15}$/.test(query('before') ?? '') ? Number(query('before')) : undefined;
  return {
    ...(repository ? { repository } : {}),
    ...(standing === undefined ? {} : { standing }),
    ...(before === undefined || !repository ? {} : { before }),
  };
}

/** The address of the first page with this filter. */
export function overviewPath({ repository, standing, before }: Filter): string {
  const query = new URLSearchParams({
    ...(repository === undefined ? {} : { repository }),
    ...(standing === undefined ? {} : { state: standing }),
    ...(before === undefined ? {} : { before: String(before) }),
  }).toString();
  return query === '' ? '/' : `/?${query}`;
}

/** Patches of a repository on a page of its own, and beside others. */
const LONG_LIST = 50;
const SHORT_LIST = 10;

async function readPanel(
  { switchboards, stock }: OverviewParts,
  { name, role }: { readonly name: string; readonly role: Role },
  { filter, length }: { readonly filter: Filter; readonly length: number },
): Promise<Panel> {
  const { standing, before } = filter;
  const [control, standings, entries] = await Promise.all([
    switchboards.see(name, PATIENCE_MS),
    stock.standings(name),
    stock.list({
      repository: name,
      ...(standing === undefined ? {} : { standing }),
      ...(before === undefined ? {} : { before }),
      limit: length + 1,
    }),
  ]);
  return {
    name,
    role,
    control,
    standings,
    entries: entries.slice(0, length),
    more: entries.length > length,
  };
}
