/** Writes what the code says into the documents. A test compares them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedDocs } from './generated-docs.ts';

const root = join(import.meta.dirname, '..');

for (const [path, text] of generatedDocs(root)) {
  writeFileSync(join(root, path), text);
}
