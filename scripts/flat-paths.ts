import { dirname, join, relative } from 'node:path';
import type { Plugin } from 'rolldown';

/** An entry of the bundle, by the source file that others name it by. */
export type FlatEntries = { readonly [name: string]: string };

/**
 * Lets sources find their files after all of them were bundled into one flat folder.
 *
 * A source names what lies beside it by `import.meta.dirname` and `import.meta.url`, which are the bundle's then.
 * Here the way from the bundle's folder to where the source would lie is put in between, so that `copied` files can
 * keep their places and the root stays as far away. What names the source of another entry names its bundle instead.
 */
export function flatPaths(root: string, entries: FlatEntries): Plugin {
  const sources = join(root, 'src');
  return {
    name: 'flat-paths',
    transform: {
      filter: { id: /\/src\/.*\.ts$/, code: 'import.meta.' },
      handler(code, id) {
        if (!id.startsWith(sources)) {
          return null;
        }
        const folder = relative(sources, dirname(id));
        return nameEntries(code, folder, entries)
          .replace(/\bimport\.meta\.dirname\b/g, () => `(import.meta.dirname + '/${folder}')`)
          .replace(
            /\bimport\.meta\.url\b/g,
            () => `new URL('${folder === '' ? '' : `${folder}/`}here.js', import.meta.url).href`,
          );
      },
    },
  };
}

/** `../job/main.ts` in a text of src/local/runner/process becomes the way to the bundle of that entry. */
function nameEntries(code: string, folder: string, entries: FlatEntries): string {
  const bundles = new Map(Object.entries(entries).map(([name, path]) => [join('.', path), name]));
  const up = folder === '' ? '.' : folder.replaceAll(/[^/]+/g, '..');
  return code.replace(/'(\.{1,2}\/[\w./-]+\.ts)'(?=\s*[,)])/g, (text, path: string) => {
    const bundle = bundles.get(join('src', folder, path));
    // An import of a source on demand is none of an entry, and the bundler follows it.
    return bundle === undefined ? text : `'${up}/${bundle}.js'`;
  });
}
