import type { Command, ParsedCommand } from './command.ts';
import { readLine } from './line.ts';
import { MAX_REASON } from './stop.ts';

/**
 * The same command with a reason that was given in a place of its own, where every word belongs to it: none is a time, a
 * branch or a sender. An empty one is none.
 */
export function withReason(command: Command, given: string): ParsedCommand {
  const text = given.trim().replaceAll(/\s+/g, ' ');
  if (text === '') {
    return { ok: true, command };
  }
  if (!('reason' in command)) {
    return problem(`"${command.verb}" takes no reason; leave "reason" empty`);
  }
  if (command.reason !== null) {
    return problem(`There is a reason behind "${command.verb}" already; write all of it into "reason"`);
  }
  const line = readLine(text);
  if (!line.ok) {
    return line;
  }
  const reason = line.words.join(' ');
  return reason.length > MAX_REASON
    ? problem(`A reason has at most ${MAX_REASON} characters; write a shorter one`)
    : { ok: true, command: { ...command, reason } };
}

function problem(sentence: string): ParsedCommand {
  return { ok: false, problem: `${sentence}.` };
}
