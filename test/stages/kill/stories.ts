import { COMMANDS } from './commands.ts';
import { COMMENTS } from './comments.ts';
import { FRONT_DOOR } from './front-door.ts';
import { GENERATED } from './generated.ts';
import { PASSES } from './passes.ts';
import { PIPELINE } from './pipeline.ts';
import type { Story } from './story.ts';

/** All processes but those that only a server has; server/stories.ts has these. */
export const STORIES: readonly Story[] = [
  ...FRONT_DOOR,
  ...PIPELINE,
  ...COMMANDS,
  ...PASSES,
  ...GENERATED,
  ...COMMENTS,
];
