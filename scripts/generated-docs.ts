import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { TOOLS } from '../src/app/mcp/definitions.ts';
import { VARIABLES, type Variable } from '../src/app/settings.ts';
import { readVersion } from '../src/app/version.ts';
import * as names from '../src/patch/dialects/names.ts';
import { patchJsonSchema } from '../src/patch/json-schema.ts';
import * as limits from '../src/patch/limits.ts';
import { FIXED_RULES, RULES, type Rule } from '../src/policy/rules.ts';
import { CALLBACK_TYPES } from '../src/stages/callback/message.ts';
import { FAULTS } from '../test/stages/faults/kinds.ts';
import { configJsonSchema, organisationJsonSchema } from './config-json-schemas.ts';
import { gptKit } from './gpt-kit.ts';
import { guardRows, hostileCases, hostileCounts } from './hostile-tables.ts';
import { describeProperties, type JsonSchema, variantsOf } from './json-schema-table.ts';

/** Paths and texts of all documents that hold something which the code says already. */
export function generatedDocs(root: string): ReadonlyMap<string, string> {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const action = actionSchema.parse(parse(read('action.yml')));
  const config = configJsonSchema();
  const patch: JsonSchema = patchJsonSchema();
  return new Map([
    [
      'docs/action.md',
      fill(read('docs/action.md'), { inputs: inputsTable(action), outputs: outputsTable(action) }),
    ],
    [
      'docs/configuration.md',
      fill(read('docs/configuration.md'), {
        options: optionsTable(config),
        rules: rulesTable(),
        fixed: fixedRulesTable(),
      }),
    ],
    [
      'docs/payload.md',
      fill(read('docs/payload.md'), {
        fields: optionsTable(patch),
        kinds: kindsTable(patch),
        dialects: dialectsTable(),
        limits: limitsTable(read('src/patch/limits.ts')),
        refusals: refusalsTable(read('src/patch/refusal.ts')),
      }),
    ],
    ['docs/hostile.md', fill(read('docs/hostile.md'), { cases: hostileCases(table) })],
    [
      'docs/security.md',
      fill(read('docs/security.md'), { hostile: withHead(hostileCounts()), guards: withHead(guardRows()) }),
    ],
    ['docs/testing.md', fill(read('docs/testing.md'), { faults: faultsTable() })],
    ['docs/deploy.md', fill(read('docs/deploy.md'), { settings: settingsTable() })],
    ['docs/ghost-runner.schema.json', `${JSON.stringify(config, null, 2)}\n`],
    ['docs/ghost-runner-organisation.schema.json', `${JSON.stringify(organisationJsonSchema(), null, 2)}\n`],
    [
      'docs/gpt.md',
      fill(read('docs/gpt.md'), {
        instructions: asSection(read('gpt/instructions.md')),
        fitting: asSection(read('gpt/fitting.md')),
        tools: toolsTable(),
        callbacks: callbacksTable(),
      }),
    ],
    ...gptKit(readVersion()),
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

/** A document as a part of another one. */
function asSection(text: string): string {
  return text.trimEnd().replaceAll(/^#/gm, '##');
}

function toolsTable(): string {
  return table(
    ['tool', 'what it is for'],
    TOOLS.map(({ name, description }) => [`\`${name}\``, description]),
  );
}

function callbacksTable(): string {
  const rows = Object.entries(CALLBACK_TYPES).map(([type, says]) => [`\`${type}\``, says]);
  return table(['`type`', 'what happened'], rows);
}

function withHead([head = [], ...rows]: readonly (readonly string[])[]): string {
  return table(head, rows);
}

function faultsTable(): string {
  return table(['a platform', 'what becomes of the call'], Object.entries(FAULTS));
}

function settingsTable(): string {
  const variables: { readonly [name: string]: Variable } = VARIABLES;
  const rows = Object.entries(variables).map(([name, { what, preset, shown }]) => [
    `\`${name}\``,
    what,
    preset === undefined ? 'required' : shown === undefined ? `\`${preset}\`` : shown,
  ]);
  return table(['variable', 'what it is', 'default'], rows);
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

function rulesTable(): string {
  const rows = Object.entries<Rule>(RULES).map(([name, { preset, meaning, paths, rest = [] }]) => [
    `\`${name}\``,
    `\`${preset}\``,
    meaning,
    [globList(paths), rest.length === 0 ? '' : `else ${globList(rest)}`].filter(Boolean).join('; '),
  ]);
  return table(['rule', 'default', 'what it is about', 'globs'], rows);
}

function fixedRulesTable(): string {
  const rows = Object.entries(FIXED_RULES).map(([name, { meaning, paths }]) => [
    `\`${name}\``,
    meaning,
    globList(paths),
  ]);
  return table(['rule', 'what it is about', 'globs'], rows);
}

function globList(globs: readonly string[]): string {
  return globs.map((glob) => `\`${glob}\``).join(', ');
}

function kindsTable(schema: JsonSchema): string {
  const rows = variantsOf(schema.properties?.['changes']?.items).map(({ name, description, fields }) => [
    `\`${name}\``,
    description,
    fields.map((field) => `\`${field}\``).join(', '),
  ]);
  return table(['kind', 'what it does', 'fields'], rows);
}

/** The names that are read for each field, from the tables that reading them uses. */
function dialectsTable(): string {
  const { edits, replaceAll, mode, command, remark, kind, ...fields } = names.CHANGE_NAMES;
  const groups: readonly (readonly [what: string, known: readonly string[]])[] = [
    ...Object.entries(names.HEADER_NAMES).map(([field, known]) => [headerField(field), known] as const),
    ['`changes`', names.LIST_NAMES.changes],
    ['around the patch', names.WRAPPER_NAMES.patch],
    ...Object.entries(fields).map(([field, known]) => [`\`${field}\` of a change`, known] as const),
    ['`count: "all"`, where true', replaceAll],
    ['`executable`, from a mode such as `0755`', mode],
    ['edits of one file, in a list', edits],
    ['the kind of a change', kind],
    ['a command, refused in a change', command],
    ['passed over in a change', remark],
    ...Object.entries(names.KIND_WORDS)
      .filter(([word]) => word !== 'any')
      .map(([word, known]) => [`\`kind: "${word}"\``, known] as const),
    ['commands beside the changes, not run', names.COMMAND_NAMES.command],
    ['requests beside the changes, not done', Object.values(names.REQUEST_NAMES).flat()],
    ['a mission in words, refused where there are no changes', names.MISSION_NAMES.mission],
  ];
  const rows = groups
    .filter(([what, known]) => known.some((name) => `\`${name}\`` !== what))
    .map(([what, known]) => [what, known.map((name) => `\`${name.replaceAll(' ', '_')}\``).join(', ')]);
  return table(['what is meant', 'names that are read'], rows);
}

const BASE_FIELDS: { readonly [meaning: string]: string } = {
  baseBranch: '`base.branch`',
  baseSha: '`base.sha`',
};

function headerField(meaning: string): string {
  return BASE_FIELDS[meaning] ?? `\`${meaning}\``;
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
