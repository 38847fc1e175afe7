import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { patchJsonSchema } from '../src/patch/json-schema.ts';
import * as limits from '../src/patch/limits.ts';
import { configSchema } from '../src/policy/config.ts';
import { describeProperties, type JsonSchema, variantsOf } from './json-schema-table.ts';

/** Paths and texts of all documents that hold something which the code says already. */
export function generatedDocs(root: string): ReadonlyMap<string, string> {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const action = actionSchema.parse(parse(read('action.yml')));
  const config: JsonSchema = configJsonSchema();
  const patch: JsonSchema = patchJsonSchema();
  return new Map([
    ['README.md', fill(read('README.md'), { inputs: inputsTable(action), outputs: outputsTable(action) })],
    ['docs/configuration.md', fill(read('docs/configuration.md'), { options: optionsTable(config) })],
    [
      'docs/payload.md',
      fill(read('docs/payload.md'), {
        fields: optionsTable(patch),
        kinds: kindsTable(patch),
        limits: limitsTable(read('src/patch/limits.ts')),
        refusals: refusalsTable(read('src/patch/refusal.ts')),
      }),
    ],
    ['docs/ghost-runner.schema.json', `${JSON.stringify(config, null, 2)}\n`],
  ]);
}

/** Replaces what stands between `<!-- generated: name -->` and `<!-- end -->`. Throws where a part has no place. */
export function fill(text: string, parts: { readonly [name: string]: string }): string {
  return Object.entries(parts).reduce((filled, [name, part]) => {
    const place = new RegExp(`(<!-- generated: ${name} -->\n).*?(<!-- end -->)`, 's');
    if (!place.test(filled)) {
      throw new Error(`there is no place for the generated part "${name}"`);
    }
    return filled.replace(place, (_, start: string, end: string) => `${start}${part}\n${end}`);
  }, text);
}

const actionSchema = z.object({
  inputs: z.record(
    z.string(),
    z.object({ description: z.string(), required: z.boolean(), default: z.string().optional() }),
  ),
  outputs: z.record(z.string(), z.object({ description: z.string() })),
});

type ActionFile = z.output<typeof actionSchema>;

function configJsonSchema(): { readonly [key: string]: unknown } {
  const { $schema, ...rest } = z.toJSONSchema(configSchema, { io: 'input' });
  return { $schema, title: 'Ghost Runner configuration', ...rest };
}

function inputsTable({ inputs }: ActionFile): string {
  const rows = Object.entries(inputs).map(([name, { description, required, default: preset = '' }]) => [
    `\`${name}\``,
    description,
    required ? 'required' : preset === '' ? '' : `\`${preset}\``,
  ]);
  return table(['input', 'what it is', 'default'], rows);
}

function outputsTable({ outputs }: ActionFile): string {
  return table(
    ['output', 'what it is'],
    Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]),
  );
}

function optionsTable(schema: JsonSchema): string {
  const rows = describeProperties(schema).map(({ path, type, preset, description }) => [
    `\`${path}\``,
    type,
    preset,
    description,
  ]);
  return table(['field', 'value', 'default', 'meaning'], rows);
}

function kindsTable(schema: JsonSchema): string {
  const rows = variantsOf(schema.properties?.['changes']?.items).map(({ name, description, fields }) => [
    `\`${name}\``,
    description,
    fields.map((field) => `\`${field}\``).join(', '),
  ]);
  return table(['kind', 'what it does', 'fields'], rows);
}

/** A limit's meaning is the comment above it. */
function limitsTable(source: string): string {
  const values: { readonly [name: string]: unknown } = limits;
  const rows = [...source.matchAll(/\/\*\* (.+?) \*\/\nexport const (\w+)/g)].map(
    ([, meaning = '', name = '']) => [Number(values[name]).toLocaleString('en'), meaning],
  );
  return table(['at most', 'of what'], rows);
}

function refusalsTable(source: string): string {
  const rows = [...source.matchAll(/\/\*\* (.+?) \*\/\n {2}'(\w+)',/g)].map(([, meaning = '', code = '']) => [
    `\`${code}\``,
    meaning,
  ]);
  return table(['code', 'what it says'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)]
    .join('\n')
    .replaceAll('|  |', '| |');
}
