import type { Refusal } from '../../patch/refusal.ts';
import { likeness, profileOf } from './likeness.ts';

/** The refusal for a file that is not there, with the known files whose names are most alike. */
export function missingFile(path: string, known: Iterable<string>): Refusal {
  const similar = similarPaths(path, known);
  const advice =
    similar.length === 0
      ? 'Correct the path, or create the file with a write change.'
      : `Did you mean ${similar.join(' or ')}? Correct the path, or create the file with a write change.`;
  return { code: 'not_found', message: `There is no file ${path}. ${advice}`, path, data: { similar } };
}

function similarPaths(path: string, known: Iterable<string>): readonly string[] {
  const [name, whole] = [profileOf(baseName(path).toLowerCase()), profileOf(path.toLowerCase())];
  const scored: { other: string; score: number }[] = [];
  let left = MAX_COMPARED;
  for (const other of known) {
    left -= 1;
    if (left < 0) break;
    if (other === path) continue;
    const [otherName, otherWhole] = [
      profileOf(baseName(other).toLowerCase()),
      profileOf(other.toLowerCase()),
    ];
    // Of two files with the name, the one whose folders are more alike comes first.
    const inWhole = likeness(whole, otherWhole);
    const score = Math.max(likeness(name, otherName), inWhole) + inWhole * LITTLE;
    if (score >= ALIKE) scored.push({ other, score });
  }
  return scored
    .sort((left, right) => right.score - left.score)
    .slice(0, SHOWN_PATHS)
    .map(({ other }) => other);
}

/** Names that are this much alike may be meant for each other. */
const ALIKE = 0.65;

const SHOWN_PATHS = 3;

/** Names that one missing file is compared with. */
const MAX_COMPARED = 5000;

const LITTLE = 0.05;

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
