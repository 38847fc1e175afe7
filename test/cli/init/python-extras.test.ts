import { describe, expect, test } from '@jest/globals';
import { detectPython } from '../../../src/cli/init/python.ts';
import { findTestNeeds } from '../../../src/cli/init/python-extras.ts';
import { folderOf } from './repositories.ts';

describe('what a Python project needs for its tests', () => {
  test.each([
    [
      'an extra for tests before one for development',
      '[project.optional-dependencies]\ndev = []\ntests = []\n',
      'tests',
      null,
    ],
    ['an extra of Poetry', '[tool.poetry.extras]\ndev = ["pytest"]\n', 'dev', null],
    ['a group', '[dependency-groups]\ndev = []\ntest = ["pytest"]\n', null, 'test'],
    ['a group of Poetry that is optional', '[tool.poetry.group.test]\noptional = true\n', null, 'test'],
    ['a group of Poetry that is not', '[tool.poetry.group.test.dependencies]\npytest = "*"\n', null, null],
    ['none of these', '[project.optional-dependencies]\ndocs = []\n', null, null],
    ['lists that are none', 'project = 1\n[tool]\npoetry = "x"\n', null, null],
    ['a file that nobody can read', '[project', null, null],
  ])('is %s', (_, text, extra, group) => {
    expect(findTestNeeds(text)).toEqual({ extra, group });
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
});
