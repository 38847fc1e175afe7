import { mailMessage } from './formats/mail.ts';
import { MAX_TITLE_CHARACTERS } from './limits.ts';
import type { Change, Patch } from './schema.ts';

/** The patch's own title in one line, or a sentence made from its changes. */
export function titleOf(patch: Patch): string {
  const own = oneLine(patch.title ?? '');
  return own === '' ? sentenceOf(patch.changes) : own;
}

/** What to call a patch that could not be read: its title where it has one. */
export function titleOfUnreadable(title: string | undefined): string {
  const own = oneLine(title ?? '');
  return own === '' ? 'A patch that could not be read' : own;
}

function oneLine(text: string): string {
  const words = text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return words.length <= MAX_TITLE_CHARACTERS
    ? words
    : `${Array.from(words)
        .slice(0, MAX_TITLE_CHARACTERS - 1)
        .join('')}…`;
}

function sentenceOf(changes: readonly Change[]): string {
  const [first] = changes;
  if (first === undefined) return 'Change nothing';
  const sentence = clauseOf(first);
  const others = changes.length - 1;
  if (others === 0) return oneLine(sentence);
  return oneLine(`${sentence}, and ${others} more change${others === 1 ? '' : 's'}`);
}

function clauseOf(change: Change): string {
  switch (change.kind) {
    case 'edit':
    case 'regex':
      return `Edit ${change.path}`;
    case 'write':
      return `Write ${change.path}`;
    case 'delete':
      return `Delete ${change.path}`;
    case 'move':
      return `Move ${change.from} to ${change.to}`;
    case 'diff':
      return mailMessage(change.diff)?.title || 'Apply a diff';
    case 'blocks':
      return 'Apply search and replace blocks';
    case 'apply_patch':
      return 'Apply a patch';
    case 'run':
      return `Run ${change.command}`;
    case 'text':
      return change.path === undefined ? 'Apply a text' : `Edit ${change.path}`;
  }
}
