import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { detectPython } from '../../../src/cli/init/python.ts';
import { findTestNeeds } from '../../../src/cli/init/python-extras.ts';
import { formatSteps } from '../../../src/cli/init/set-up.ts';
import { folderOf } from './repositories.ts';

describe('what a Python project needs for its tests', () => {
  test.each<[string, string, readonly (string | null)[]]>([
    [
      'an extra for tests before one for development',
      '[project.optional-dependencies]\ndev = []\ntests = []\n',
      ['tests', null, null],
    ],
    ['an extra of Poetry', '[tool.poetry.extras]\ndev = ["pytest"]\n', ['dev', null, null]],
    ['a group', '[dependency-groups]\ndev = []\ntest = ["pytest"]\n', [null, 'test', 'test']],
    [
      'a group for development, for pip alone',
      '[dependency-groups]\ndev = ["pytest"]\n',
      [null, null, 'dev'],
    ],
    [
      'a group of Poetry that is optional',
      '[tool.poetry.group.test]\noptional = true\n',
      [null, 'test', null],
    ],
    [
      'a group of Poetry that is not',
      '[tool.poetry.group.test.dependencies]\npytest = "*"\n',
      [null, null, null],
    ],
    ['none of these', '[project.optional-dependencies]\ndocs = []\n', [null, null, null]],
    ['lists that are none', 'project = 1\n[tool]\npoetry = "x"\n', [null, null, null]],
    ['a file that nobody can read', '[project', [null, null, null]],
  ])('is %s', (_, text, [extra, group, pipGroup]) => {
    expect(findTestNeeds(text)).toEqual({ extra, group, pipGroup });
  });

  test.each([
    ['uv.lock', '[dependency-groups]\ntest = ["pytest"]\n', 'uv sync --locked --all-extras --group test'],
    [
      'poetry.lock',
      '[project.optional-dependencies]\ntest = []\n',
      'poetry install --no-interaction --extras test',
    ],
    ['pdm.lock', '[project.optional-dependencies]\ntest = []\n', 'pdm sync --dev --group test'],
  ])('is installed with the tool of %s', (lockfile, text, command) => {
    const python = detectPython(folderOf({ 'pyproject.toml': text, [lockfile]: '' }));
    expect(python?.steps.at(-1)?.run).toBe(command);
  });

  test.each([
    ['test = ["pytest", "httpx"]', '-e . --group test pytest'],
    ['dev = ["pytest", "httpx"]\ndocs = []', '-e . --group dev pytest'],
  ])('is installed with pip where no tool locks it, which has to know of groups: %s', (groups, wanted) => {
    const text = `[project]\nname = "x"\nversion = "1"\n[dependency-groups]\n${groups}\n`;
    const python = detectPython(folderOf({ 'pyproject.toml': text }));
    const command = `python -m pip install 'pip>=25.1' && python -m pip install ${wanted}`;
    expect(python?.steps.at(-1)?.run).toBe(command);
    expect(parse(formatSteps(python?.steps ?? [], ''))).toMatchObject([{}, { run: command }]);
  });
});
