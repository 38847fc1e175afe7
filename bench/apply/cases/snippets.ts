import type { Case } from '../case.ts';
import type { Random } from '../random.ts';
import { changedLine } from './edits.ts';
import type { Base } from './texts.ts';

/** An edit of a piece of one line, which stands in one place only. null: the line that was picked has none. */
export function partOfLine(
  { path, lines }: Base,
  random: Random,
): Omit<Case, 'id' | 'format' | 'damage'> | null {
  const index = random.int(0, lines.length - 1);
  const line = lines[index] ?? '';
  const start = line.search(/\S/) + random.int(1, 4);
  const find = line.slice(start, Math.max(start, line.length - random.int(1, 4)));
  const base = `${lines.join('\n')}\n`;
  if (find.length < LEAST_CHARACTERS || find !== find.trim() || base.split(find).length !== 2) return null;
  const replace = changedLine(random, find);
  const text = base.replace(find, () => replace);
  const patch = JSON.stringify({ path, edits: [{ old_str: find, new_str: replace }] });
  return { path, base, patch, want: { kind: 'text', text } };
}

const LEAST_CHARACTERS = 8;
