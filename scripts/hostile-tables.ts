import type { PatchCase } from '../test/hostile/case.ts';
import { type Group, HARMLESS_GROUPS, PATCH_GROUPS } from '../test/hostile/catalog.ts';
import { GUARDS } from '../test/hostile/guards.ts';
import { ID_CASES } from '../test/hostile/ids.ts';
import { JOB_CASES } from '../test/hostile/jobs.ts';
import { TEXT_CASES } from '../test/hostile/texts.ts';

type Row = readonly string[];

/** How many hostile cases there are of each kind, and how many of them are refused. Rows of a table, its head first. */
export function hostileCounts(): readonly Row[] {
  const rows = [
    ...PATCH_GROUPS.map((group) => countsOf(group, group.cases.filter(isRefused).length)),
    ...HARMLESS_GROUPS.map((group) => countsOf(group, 0)),
  ];
  const sum = (column: number) => String(rows.reduce((total, row) => total + Number(row[column]), 0));
  return [
    ['what is hostile', 'cases', 'refused', 'made harmless', 'data'],
    ...rows,
    ['together', sum(1), sum(2), sum(3), ''],
  ];
}

function countsOf({ title, file, data, cases }: Group<unknown>, refused: number): Row {
  const link = `[${data}](../${file})`;
  return [title, String(cases.length), String(refused), String(cases.length - refused), link];
}

function isRefused({ expected }: PatchCase): boolean {
  return 'refused' in expected;
}

/** Each guard, the file that it was broken in, and the test that noticed. Rows of a table, its head first. */
export function guardRows(): readonly Row[] {
  const rows = GUARDS.map(({ against, file, caught }) => [
    against,
    `[${file.replace('src/', '')}](../${file})`,
    `[${caught.words ?? caught.title}](../${caught.source ?? caught.file})`,
  ]);
  return [['a guard against', 'broken in', 'the test that noticed'], ...rows];
}

/** Every case with what must become of it, a section for each kind. `toTable` makes Markdown of rows. */
export function hostileCases(toTable: (head: Row, rows: readonly Row[]) => string): string {
  const sections = [
    ...PATCH_GROUPS.map(({ title, cases }) =>
      section(
        title,
        toTable(
          ['what is sent', 'what becomes of it'],
          cases.map((one) => [one.name, describeExpected(one)]),
        ),
      ),
    ),
    section(
      'ids',
      toTable(
        ['id', '', 'name of branch and record'],
        ID_CASES.map(({ name, id, slug }) => [name, quoted(id), quoted(slug)]),
      ),
    ),
    section(
      'texts',
      toTable(
        ['text', 'in', '', 'what stands there'],
        TEXT_CASES.map(({ name, medium, text, shown }) => [name, medium, quoted(text), quoted(shown)]),
      ),
    ),
    section(
      'test jobs',
      toTable(
        ['what the tests look for or do', 'what they find'],
        JOB_CASES.map(({ name, found }) => [name, quoted(found)]),
      ),
    ),
  ];
  return sections.join('\n\n');
}

function section(title: string, table: string): string {
  return `## ${title.charAt(0).toUpperCase()}${title.slice(1)}\n\n${table}`;
}

function describeExpected({ expected }: PatchCase): string {
  if ('refused' in expected) {
    const rules = (expected.rules ?? []).map(quoted).join(', ');
    const codes = [expected.refused].flat().map(quoted).join(', ');
    return `refused: ${codes}${rules === '' ? '' : ` by ${rules}`}`;
  }
  if ('reviewed' in expected) {
    return `a draft that waits for an approval: ${quoted(expected.reviewed)}`;
  }
  const paths = Object.entries(expected.harmless).map(
    ([path, text]) => `${text === null ? 'deletes' : 'writes'} ${quoted(path)}`,
  );
  return `${paths.join(', ')}, and nothing else`;
}

/** Code in a table's cell, in ASCII, so that nothing of it can hide. */
function quoted(text: string): string {
  const shown = cut(
    JSON.stringify(text)
      .slice(1, -1)
      .replaceAll('\\"', '"')
      .replaceAll(/[^ -~]/gu, escaped),
  );
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 || shown.startsWith(' ') ? ' ' : '';
  return shown === '' ? 'nothing' : `${fence}${space}${shown}${space}${fence}`;
}

function escaped(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return point > 0xff_ff ? `\\u{${point.toString(16)}}` : `\\u${point.toString(16).padStart(4, '0')}`;
}

function cut(text: string): string {
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}...`;
}

/** Characters of a hostile text that a table shows. */
const MAX_SHOWN = 60;
