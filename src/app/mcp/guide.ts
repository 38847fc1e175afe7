import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How to write patches that fit: the same text that people paste into prompts. */
export function readGuide(): string {
  return readFileSync(join(import.meta.dirname, '../../../gpt/fitting.md'), 'utf8');
}
