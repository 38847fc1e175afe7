import { readFileSync } from 'node:fs';
import type { Plugin } from 'rolldown';
import { isolatedDeclarationSync } from 'rolldown/experimental';

/** Writes the declarations of every entry beside its bundle. An entry must declare all that its types mention itself. */
export function declareTypes(): Plugin {
  return {
    name: 'declare-types',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && file.isEntry && file.facadeModuleId !== null) {
          const fileName = file.fileName.replace(/\.js$/, '.d.ts');
          this.emitFile({ type: 'asset', fileName, source: declarationsOf(file.facadeModuleId) });
        }
      }
    },
  };
}

function declarationsOf(path: string): string {
  const { code, errors } = isolatedDeclarationSync(path, readFileSync(path, 'utf8'));
  const [error] = errors;
  if (error !== undefined) {
    throw new Error(`${path} can't be declared by itself: ${error.message}`);
  }
  if (/^(?:import|export .* from) /m.test(code)) {
    throw new Error(`${path} mentions types of other files; declare them in it`);
  }
  return code;
}
