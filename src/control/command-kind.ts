import { readLine } from './line.ts';
import type { Verb } from './verbs.ts';

/** How a command takes its turn among others: what stops goes first, and what lifts a stop comes after it. */
export type CommandKind = 'stop' | 'lift' | 'other';

/** What a command's line seems to be, before anybody has looked whether it is one. */
export function kindOf(line: string): CommandKind {
  const read = readLine(line);
  const verb = read.ok ? read.words[0]?.toLowerCase() : undefined;
  return kindOfVerb(verb);
}

export function kindOfVerb(verb: string | undefined): CommandKind {
  return KINDS.get(verb) ?? 'other';
}

const KINDS: ReadonlyMap<string | undefined, CommandKind> = new Map<Verb, CommandKind>([
  ['pause', 'stop'],
  ['lock', 'stop'],
  ['cancel', 'stop'],
  ['kill', 'stop'],
  ['reject', 'stop'],
  ['resume', 'lift'],
  ['unlock', 'lift'],
]);
