import { oneLine } from '../untrusted/visible.ts';
import { logText } from '../untrusted/workflow-log.ts';
import type { CommandReport } from './report.ts';

/** One line for the log of a run, which its runner reads for commands of its own. */
export function formatCommandLog({ verb, done, sentence }: CommandReport): string {
  return logText(oneLine(`${verb ?? 'Command'}: ${done}. ${sentence}`));
}
