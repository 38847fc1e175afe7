import type { Store } from '../../stages/intake/store.ts';
import { createBoard } from './board.ts';
import { createCallbacks } from './callbacks.ts';
import { createChores } from './chores.ts';
import { createComments } from './comments.ts';
import type { Database } from './database.ts';
import { createDeliveries } from './deliveries.ts';
import { createEvents } from './events.ts';
import { createHeard } from './heard.ts';
import { createInbox } from './inbox.ts';
import { createOutbox } from './outbox.ts';
import { createTokens } from './tokens.ts';

/** The store over any database that the statements run on; its tables must be there. */
export function createStore(database: Database): Store {
  return {
    tokens: createTokens(database),
    deliveries: createDeliveries(database),
    outbox: createOutbox(database),
    events: createEvents(database),
    board: createBoard(database),
    heard: createHeard(database),
    inbox: createInbox(database),
    comments: createComments(database),
    callbacks: createCallbacks(database),
    chores: createChores(database),
    check: async () => {
      // SQLite writes nothing where a row stays what it is, so it is changed and put back: that finds a full disk and
      // a read-only file.
      await database.transaction(async ({ run }) => {
        await run('UPDATE schema_version SET version = version + 1');
        await run('UPDATE schema_version SET version = version - 1');
      });
    },
    close: () => database.close(),
  };
}
