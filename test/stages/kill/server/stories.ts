import type { Story } from '../story.ts';
import { CALLBACKS } from './callbacks.ts';
import { SERVER_COMMENTS } from './comments.ts';
import { DASHBOARD } from './dashboard.ts';
import { INDEXER } from './indexer.ts';
import { SLACK, SLACK_THREADS } from './slack.ts';

/** What the server does by itself. */
export const ALONE: readonly Story[] = [...INDEXER, ...SERVER_COMMENTS, ...CALLBACKS];

/** What the server does beside its front door. Whoever dies at a button or in Slack dies at its command. */
export const SERVER: readonly Story[] = [...DASHBOARD, ...SLACK, ...ALONE, ...SLACK_THREADS];
