import type { Refusal } from '../refusal.ts';
import { isObject } from './member.ts';
import { refusalOf } from './refusals.ts';

/** Refusals of paths and texts in changes that are still what an example had in their place. */
export function placeholdersIn(changes: readonly unknown[]): readonly Refusal[] {
  return changes.flatMap((change, index) => {
    if (!isObject(change)) return [];
    return Object.entries(change).flatMap(([field, value]: [string, unknown]) => {
      if (typeof value !== 'string' || !isPlaceholder(field, value)) return [];
      const predicate = `is ${JSON.stringify(value.trim())}, a stand-in from an example. Send what belongs there.`;
      return [refusalOf('placeholder', ['changes', index, field], predicate)];
    });
  });
}

function isPlaceholder(field: string, value: string): boolean {
  if (value.length > MAX_PLACEHOLDER) return false;
  if (PATH_FIELDS.has(field)) return PATH_PLACEHOLDER.test(value.trim());
  return NEW_TEXT_FIELDS.has(field) && TEXT_PLACEHOLDER.test(value.trim());
}

export const PATH_FIELDS: ReadonlySet<string> = new Set(['path', 'from', 'to']);

/** What is looked for is left out: a file may well hold a comment that asks for code. */
const NEW_TEXT_FIELDS: ReadonlySet<string> = new Set(['content', 'replace', 'replacement', 'text']);

/** A longer text is somebody's own. */
const MAX_PLACEHOLDER = 120;

const PATH_PLACEHOLDER =
  /^(?:\.?\/)?(?:path[/\\]to(?:[/\\]|$)|your[-_ ]?(?:file|path|project|repo)\b|<[^<>]*>$|\[[^[\]]*(?:path|file)[^[\]]*\]$)/i;

/** The whole text, not a part of one: code may speak of these things. */
const TEXT_PLACEHOLDER =
  /^(?:\/\/|#)? *(?:<(?:your|the)[ _][^<>]*>|[<[{(]?(?:(?:your|insert|add|put|paste|new|the|actual)[ _-]+){0,3}(?:code|contents?|text|implementation)[ _-](?:goes[ _-])?here[>\]})]?)\.*$/i;
