import type { Route } from '../http/route.ts';
import { actionRoutes } from './actions.ts';
import { appRoutes } from './apps.ts';
import { checkRoutes } from './checks.ts';
import { commentRoutes } from './comments.ts';
import { contentRoutes } from './contents.ts';
import { dispatchRoutes } from './dispatches.ts';
import { gitObjectRoutes } from './git-objects.ts';
import { hookRoutes } from './hooks.ts';
import { issueRoutes } from './issues.ts';
import { labelRoutes } from './labels.ts';
import { mergeRoutes } from './merging.ts';
import { pullRoutes } from './pulls.ts';
import { referenceRoutes } from './references.ts';
import { repositoryRoutes } from './repositories.ts';
import { settingRoutes } from './settings.ts';
import { statusRoutes } from './statuses.ts';

/** All of the REST API that is served. Where two patterns match, the first one wins. */
export const routes: readonly Route[] = [
  ...statusRoutes,
  ...referenceRoutes,
  ...gitObjectRoutes,
  ...mergeRoutes,
  ...pullRoutes,
  ...commentRoutes,
  ...labelRoutes,
  ...issueRoutes,
  ...checkRoutes,
  ...dispatchRoutes,
  ...actionRoutes,
  ...settingRoutes,
  ...hookRoutes,
  ...appRoutes,
  ...contentRoutes,
  ...repositoryRoutes,
];
