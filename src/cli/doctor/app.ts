import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import type { AppFacts, Facts } from './facts.ts';
import { advice, type Finding, missing, well } from './finding.ts';

/** The App of the server, where the environment says which one that is. */
export function examineApp({ app, repository }: Facts): readonly Finding[] {
  switch (app.kind) {
    case 'not_asked':
      return [];
    case 'failed':
      return [
        missing('app', `The App can not sign in: ${app.why}`, 'Check APP_ID and PRIVATE_KEY, and the clock.'),
      ];
    case 'not_installed':
      return [
        missing(
          'app',
          `The App is not installed in ${repository}.`,
          "Install it there, under Install App in the App's settings on GitHub.",
        ),
      ];
    case 'installed':
      return [...examineRights(app), ...examineDeliveries(app)];
  }
}

type Installed = Extract<AppFacts, { readonly kind: 'installed' }>;

/** Whoever owns the repository has to accept what an App wants in addition. */
function examineRights({ permissions, events }: Installed): readonly Finding[] {
  const { default_permissions: wanted, default_events: heard } = readApp();
  const lacking = Object.entries(wanted)
    .filter(([name, level]) => permissions.get(name) !== level && permissions.get(name) !== 'write')
    .map(([name, level]) => `${name}: ${level}`);
  const unheard = heard.filter((event) => !events.includes(event));
  const fix =
    'Give it to the App, under Permissions & events in its settings on GitHub, and accept it where the App is installed; app.yml says what each is for.';
  if (lacking.length > 0) {
    return [missing('app', `The App lacks ${lacking.join(', ')} here.`, fix)];
  }
  return unheard.length > 0
    ? [advice('app', `The App does not hear of ${unheard.join(', ')} here.`, fix)]
    : [well('app', 'The App is installed, and it may do and hears all that is needed.')];
}

const appSchema = z.object({
  default_permissions: z.record(z.string(), z.enum(['read', 'write'])),
  default_events: z.array(z.string()),
});

/** As it is registered; the file is part of the package. */
function readApp(): z.output<typeof appSchema> {
  return appSchema.parse(parse(readFileSync(join(import.meta.dirname, '../../../app.yml'), 'utf8')));
}

function examineDeliveries({ deliveries }: Installed): readonly Finding[] {
  const [newest] = deliveries;
  if (newest === undefined) {
    return [
      advice(
        'webhooks',
        'GitHub has sent the App no webhook of late.',
        "Look at Webhook in the App's settings on GitHub: it must be active, with the server's address and /api/github/webhooks.",
      ),
    ];
  }
  const failed = deliveries.filter((status) => status < 200 || status > 299).length;
  if (failed === 0) {
    return [well('webhooks', `The server took the last ${deliveries.length} webhooks.`)];
  }
  const says = `The server did not take ${failed} of the last ${deliveries.length} webhooks; the newest was answered ${newest === 0 ? 'not at all' : `with ${newest}`}.`;
  const fix =
    "Look at Recent Deliveries, under Advanced in the App's settings on GitHub: 401 is a wrong WEBHOOK_SECRET, 404 a wrong address, none a server that GitHub can not reach.";
  return [failed === deliveries.length ? missing('webhooks', says, fix) : advice('webhooks', says, fix)];
}
