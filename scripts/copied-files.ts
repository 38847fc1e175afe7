import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type ASTNode, parse, print, stripIgnoredCharacters, visit } from 'graphql';
import type { Plugin } from 'rolldown';

/** Files by their places below the bundle's folder, and where each comes from. */
export type CopiedFiles = { readonly [place: string]: string };

/** Puts files that the code reads at run time where it looks for them. */
export function copyFiles(files: CopiedFiles): Plugin {
  return {
    name: 'copied-files',
    generateBundle() {
      for (const [fileName, path] of Object.entries(files)) {
        const bytes = readFileSync(path);
        const source = path.endsWith('.graphql') ? withoutDescriptions(bytes.toString()) : bytes;
        this.emitFile({ type: 'asset', fileName, source });
      }
    },
  };
}

/** What lies in src/ beside the code that reads it, such as style sheets. */
export function filesBesideSources(root: string): CopiedFiles {
  const paths = globSync('**/*.{css,js,svg,json}', { cwd: join(root, 'src') }).toSorted();
  return Object.fromEntries(paths.map((path) => [path, join(root, 'src', path)]));
}

/** What the local GitHub reads of packages that are bundled, beside the code that reads it. */
export function filesOfPackages(root: string): CopiedFiles {
  const plan = join(root, 'node_modules/@actions/workflow-parser/dist');
  const schemas = globSync('{workflow,action}-v1.0.min.json', { cwd: plan });
  return {
    'local/github/graphql/schema.graphql': join(root, 'node_modules/@octokit/graphql-schema/schema.graphql'),
    ...Object.fromEntries(schemas.map((name) => [`local/runner/plan/${basename(name)}`, join(plan, name)])),
  };
}

/** A schema that means the same to a program, at half the size. */
function withoutDescriptions(schema: string): string {
  const bare = visit(parse(schema, { noLocation: true }), {
    enter: (node: ASTNode) => ('description' in node ? { ...node, description: undefined } : undefined),
  });
  return stripIgnoredCharacters(print(bare));
}
