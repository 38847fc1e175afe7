import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readVersion } from '../../../src/app/version.ts';
import { compareFiles, writeNewFiles } from '../../../src/cli/init/compare.ts';
import { configFile } from '../../../src/cli/init/config-file.ts';
import { detect } from '../../../src/cli/init/detect.ts';
import { ACTION, workflowFiles } from '../../../src/cli/init/workflow-files.ts';
import { createProgram } from '../../../src/cli/main.ts';
import { parseConfig } from '../../../src/policy/config.ts';
import { readAction } from '../../workflows/action-file.ts';
import { actionlint } from '../../workflows/actionlint.ts';
import { checkWorkflow } from '../../workflows/policy.ts';
import { type Files, folderOf, withFolder } from './repositories.ts';

const TESTED = JSON.stringify({ scripts: { test: 'node --test' } });
const LANGUAGES: readonly (readonly [string, Files])[] = [
  ['JavaScript', { 'package.json': TESTED, 'pnpm-lock.yaml': '' }],
  ['Python', { 'pyproject.toml': '', 'uv.lock': '', 'conftest.py': '' }],
  ['Go', { 'go.mod': '' }],
  ['Rust', { 'Cargo.toml': '' }],
  ['no language', {}],
];

const action = readAction(readFileSync(join(import.meta.dirname, '../../../action.yml'), 'utf8'));
const own = { inputs: Object.keys(action.inputs), outputs: Object.keys(action.outputs) };

describe('the workflows that init writes', () => {
  test.each(LANGUAGES)('for %s keep to the policy, and actionlint knows nothing better', async (_, files) => {
    const { steps } = detect(folderOf(files));
    const ciNames = ['CI', 'Build: all', '"quoted" #1', 'yes'];
    const texts = [...workflowFiles({ action: ACTION, steps, ciNames }).values()];
    expect(texts.flatMap((text) => checkWorkflow(text, own))).toEqual([]);
    const findings = (await actionlint(texts)).flat().map(({ message }) => message);
    expect(findings.filter((message) => !message.startsWith('unexpected key "queue"'))).toEqual([]);
  });

  test('show the set-up steps between the checkout and the tests', () => {
    const { steps } = detect(folderOf({ 'go.mod': '' }));
    const text =
      workflowFiles({ action: ACTION, steps, ciNames: [] }).get('.github/workflows/ghost-runner.yml') ?? '';
    const order = ['Check the commit out', 'Set Go up', 'Install what the tests need', 'Run the tests'];
    const places = order.map((name) => text.indexOf(`- name: ${name}\n`));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places[0]).toBeGreaterThan(0);
  });

  test('call the Action that was asked for, everywhere', () => {
    const texts = [...workflowFiles({ action: 'acme/ghost-runner@v1.2.3', steps: [], ciNames: [] }).values()];
    const calls = texts.flatMap((text) => text.match(/uses: \S+\/ghost-runner@\S+/g) ?? []);
    expect(new Set(calls)).toEqual(new Set(['uses: acme/ghost-runner@v1.2.3']));
    expect(calls.length).toBeGreaterThan(5);
  });

  test('call it at the major version of this package where nothing is said, which the changelog names', () => {
    const version = readVersion();
    expect(ACTION).toBe(`ghost-runner/ghost-runner@v${version.split('.')[0]}`);
    const init = createProgram(() => {}).commands.find((command) => command.name() === 'init');
    expect(init?.opts()).toMatchObject({ action: ACTION });
    const changelog = readFileSync(join(import.meta.dirname, '../../../CHANGELOG.md'), 'utf8');
    expect(changelog).toContain(`\n## [${version}] - `);
  });
});

describe('the config that init writes', () => {
  const minimal = parseConfig('test: {command: make}\n');

  test.each([
    ['with CI', ['CI', 'Build: all']],
    ['without', []],
  ])('is taken %s, and says the defaults', (_, ciNames) => {
    const parsed = parseConfig(configFile({ testCommand: 'make', tested: true, ciNames }));
    expect(parsed.ok && parsed.config).toEqual({
      ...(minimal.ok ? minimal.config : {}),
      watch: expect.objectContaining({ 'ci-workflows': ciNames }),
    });
  });

  test.each([[['CI']], [[]]])(
    'names in its comments the defaults, and options that there are (%j)',
    (ciNames) => {
      const text = configFile({ testCommand: 'make', tested: true, ciNames });
      const options = text.replace(/^( *)# (?!yaml-)(?=[ a-z-]+:(?: |$)|  )/gm, '$1');
      const parsed = parseConfig(options);
      expect(parsed.ok && parsed.config).toEqual({
        ...(minimal.ok ? minimal.config : {}),
        watch: expect.objectContaining({ 'ci-workflows': ciNames }),
        'base-branches': ['main'],
        slack: { channel: 'C0123456789' },
      });
    },
  );

  test.each([`! grep 'a: b' # "x"`, 'npm test', 'yes', `a\nb: c`, ' x '])(
    'holds the command %j as it is',
    (testCommand) => {
      const parsed = parseConfig(configFile({ testCommand, tested: false, ciNames: [] }));
      expect(parsed.ok && parsed.config.test.command).toBe(testCommand.trim());
    },
  );
});

describe('files in a repository', () => {
  const files = new Map([
    ['.github/a.yml', 'one\n'],
    ['.github/b.yml', 'two\n'],
  ]);

  test('what is there is never overwritten, and the difference is shown', () =>
    withFolder({ '.github/a.yml': 'mine\n' }, (root) => {
      const planned = compareFiles(root, files);
      expect(planned).toMatchObject([
        { path: '.github/a.yml', state: 'different', diff: expect.stringContaining('-mine\n+one') },
        { path: '.github/b.yml', state: 'new' },
      ]);
      writeNewFiles(root, planned);
      expect(readFileSync(join(root, '.github/a.yml'), 'utf8')).toBe('mine\n');
      expect(compareFiles(root, files).map(({ state }) => state)).toEqual(['different', 'same']);
    }));

  test('what came between looking and writing is not overwritten either', () =>
    withFolder({}, (root) => {
      const planned = compareFiles(root, files);
      mkdirSync(join(root, '.github'));
      writeFileSync(join(root, '.github/a.yml'), 'late\n');
      expect(() => writeNewFiles(root, planned)).toThrow('EEXIST');
      expect(readFileSync(join(root, '.github/a.yml'), 'utf8')).toBe('late\n');
    }));

  test('a link is no file of ours, and a folder that leads elsewhere is not written to', () =>
    withFolder({ 'elsewhere/x': '' }, (outside) =>
      withFolder({}, (root) => {
        mkdirSync(join(root, '.github'));
        symlinkSync('/nowhere', join(root, '.github/a.yml'));
        expect(compareFiles(root, files)[0]?.state).toBe('different');
        symlinkSync(join(outside, 'elsewhere'), join(root, 'linked'));
        const planned = compareFiles(root, new Map([['linked/c.yml', 'three\n']]));
        expect(() => writeNewFiles(root, planned)).toThrow('linked leads out of the repository');
      }),
    ));
});
