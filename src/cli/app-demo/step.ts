import type { Fact } from '../drill/line.ts';
import type { FrontDoor } from './front-door.ts';

/** One thing that a GPT or a person does at the front door, and what must be seen then. */
export type AppStep = {
  readonly name: string;
  readonly who: string;
  readonly does: string;
  take(door: FrontDoor): Promise<readonly Fact[]>;
};
