import type { ActionsEngine } from '../contract.ts';
import type { Events } from './events/event.ts';
import type { World } from './world.ts';

/** What every route and resolver works with. `engine` is null where workflows are not run. */
export type Platform = {
  readonly world: World;
  readonly events: Events;
  engine: ActionsEngine | null;
};
