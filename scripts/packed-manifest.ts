import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/**
 * package.json as it is packed: without what only this checkout needs. The bundles hold all dependencies, so whoever
 * installs the package gets no others. npm calls `strip` before it packs and `restore` afterwards.
 */
const manifest = join(import.meta.dirname, '../package.json');
const saved = join(import.meta.dirname, '../.package.json.saved');

const CHECKOUT_ONLY = ['allowScripts', 'dependencies', 'devDependencies', 'scripts', 'workspaces'];

const [, , action] = process.argv;
if (action === 'strip') {
  strip();
} else if (action === 'restore') {
  renameSync(saved, manifest);
} else {
  throw new Error(`say strip or restore, not ${String(action)}`);
}

/** What a killed run left stripped is stripped from what was saved then; whatever was written since counts more. */
function strip(): void {
  const found = readFileSync(manifest, 'utf8');
  const text = isStripped(found) && existsSync(saved) ? readFileSync(saved, 'utf8') : found;
  writeFileSync(saved, text);
  const kept = fieldsOf(text).filter(([name]) => !CHECKOUT_ONLY.includes(name));
  writeFileSync(manifest, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
}

function isStripped(text: string): boolean {
  return fieldsOf(text).every(([name]) => !CHECKOUT_ONLY.includes(name));
}

function fieldsOf(text: string): readonly (readonly [string, unknown])[] {
  return Object.entries(z.record(z.string(), z.unknown()).parse(JSON.parse(text)));
}
