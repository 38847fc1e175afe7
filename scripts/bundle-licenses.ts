import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import * as z from 'zod';

/** Writes the licences of all packages that came into a bundle beside it, as those licences ask. */
export function bundleLicenses(fileName: string): Plugin {
  return {
    name: 'bundle-licenses',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk' ? Object.entries(file.modules) : [],
      );
      const bundled = modules.filter(([, { renderedLength }]) => renderedLength > 0).map(([id]) => id);
      const folders = new Set(bundled.flatMap((id) => packageFolder(id) ?? []));
      const sections = [...folders].map(formatLicense).toSorted();
      this.emitFile({ type: 'asset', fileName, source: sections.join(`\n${'-'.repeat(80)}\n\n`) });
    },
  };
}

/** The innermost package that a module lies in; null: it is our own. */
function packageFolder(id: string): string | null {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0] ?? null;
}

function formatLicense(folder: string): string {
  const { name, version, license } = manifestSchema.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry));
  const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  if (text === '' && license === undefined) {
    throw new Error(`${name} has no licence, so it can't be bundled`);
  }
  return `${name} ${version} (${license ?? 'see below'})\n${text}`.replaceAll('\r\n', '\n');
}

const manifestSchema = z.object({ name: z.string(), version: z.string(), license: z.string().optional() });
