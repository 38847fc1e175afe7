import type { Folder } from './folder.ts';
import { findTestNeeds, type TestNeeds } from './python-extras.ts';
import type { Language, SetUpStep } from './set-up.ts';

/** A repository that is a Python project, or has requirements; null: neither. */
export function detectPython(folder: Folder): Language | null {
  const marks = ['pyproject.toml', 'setup.py', 'setup.cfg', 'requirements.txt', 'Pipfile'];
  if (!marks.some((name) => folder.has(name))) {
    return null;
  }
  const packageManager = MANAGERS.find(({ lockfile }) => folder.has(lockfile)) ?? PIP;
  const tests = findTests(folder);
  return {
    name: 'Python',
    packageManager: packageManager.name,
    steps: [
      setUpPython(folder),
      ...packageManager.install({ folder, tests, needs: findTestNeeds(folder.read('pyproject.toml')) }),
    ],
    testCommand: tests === null ? null : commandsFor(tests, folder, packageManager.prefix).join(' && '),
  };
}

type Tests = 'pytest' | 'unittest';

/** By itself unittest finds tests at the root and in packages; those of a folder that is none would be passed over, and pass. */
function commandsFor(tests: Tests, folder: Folder, prefix: string): readonly string[] {
  if (tests === 'pytest') return [`${prefix}python -m pytest`];
  const places = TEST_FOLDERS.filter((path) => hasTests(folder, path));
  const apart = places.filter((path) => path !== '' && !folder.has(`${path}/__init__.py`));
  return [
    ...(places.length > apart.length ? [`${prefix}python -m unittest`] : []),
    ...apart.map((path) => `${prefix}python -m unittest discover -s ${path}`),
  ];
}

const TEST_FOLDERS = ['', 'tests', 'test'];

function hasTests(folder: Folder, path: string): boolean {
  return folder.list(path).some((name) => /^test\w*\.py$/.test(name));
}

/** pytest runs tests of both kinds, so it is taken wherever the repository mentions it. */
function findTests(folder: Folder): Tests | null {
  const settings = [
    'pyproject.toml',
    'setup.cfg',
    'tox.ini',
    'Pipfile',
    ...folder.list('').filter((name) => /^requirements[\w.-]*\.txt$/.test(name)),
  ];
  const named = settings.some((name) => folder.read(name)?.includes('pytest') ?? false);
  if (named || ['pytest.ini', 'conftest.py', 'tests/conftest.py'].some((name) => folder.has(name))) {
    return 'pytest';
  }
  return TEST_FOLDERS.some((path) => hasTests(folder, path)) ? 'unittest' : null;
}

function setUpPython(folder: Folder): SetUpStep {
  return {
    name: 'Set Python up',
    uses: { action: 'actions/setup-python@e797f83bcb11b83ae66e0230d6156d7c80228e7c', version: 'v6.0.0' },
    with: folder.has('.python-version')
      ? { 'python-version-file': '.python-version' }
      : { 'python-version': '"3.13"' },
  };
}

type Manager = {
  readonly name: string;
  readonly lockfile: string;
  /** Before the test command, so that it finds what was installed. */
  readonly prefix: string;
  readonly install: (project: Project) => readonly SetUpStep[];
};

type Project = { readonly folder: Folder; readonly tests: Tests | null; readonly needs: TestNeeds };

const MANAGERS: readonly Manager[] = [
  {
    name: 'uv',
    lockfile: 'uv.lock',
    prefix: 'uv run ',
    install: ({ needs }) => [
      setUp('uv'),
      install(`uv sync --locked --all-extras${flag('--group', needs.group)}`),
    ],
  },
  {
    name: 'Poetry',
    lockfile: 'poetry.lock',
    prefix: 'poetry run ',
    install: ({ needs }) => [
      setUp('poetry'),
      install(
        `poetry install --no-interaction${flag('--extras', needs.extra)}${flag('--with', needs.group)}`,
      ),
    ],
  },
  {
    name: 'PDM',
    lockfile: 'pdm.lock',
    prefix: 'pdm run ',
    install: ({ needs }) => [setUp('pdm'), install(`pdm sync --dev${flag('--group', needs.extra)}`)],
  },
  {
    name: 'Pipenv',
    lockfile: 'Pipfile.lock',
    prefix: 'pipenv run ',
    install: () => [setUp('pipenv'), install('pipenv sync --dev')],
  },
];

const PIP: Manager = {
  name: 'pip',
  lockfile: 'requirements.txt',
  prefix: '',
  install: ({ folder, tests, needs }) => {
    const requirements = folder.list('').filter((name) => REQUIREMENTS.has(name));
    const project = folder.has('pyproject.toml') || folder.has('setup.py');
    const wanted = [
      ...requirements.map((name) => `-r ${name}`),
      ...(project ? [needs.extra === null ? '-e .' : `-e '.[${needs.extra}]'`] : []),
      ...(needs.pipGroup === null ? [] : [`--group ${needs.pipGroup}`]),
      ...(tests === 'pytest' ? ['pytest'] : []),
    ];
    const upgrade = needs.pipGroup === null ? '' : `${KNOWS_GROUPS} && `;
    return wanted.length === 0 ? [] : [install(`${upgrade}python -m pip install ${wanted.join(' ')}`)];
  },
};

/** The pip that comes with a Python may be older. */
const KNOWS_GROUPS = "python -m pip install 'pip>=25.1'";

/** Names under which people keep what tests need. */
const REQUIREMENTS = new Set([
  'requirements.txt',
  'requirements-dev.txt',
  'requirements-test.txt',
  'requirements_dev.txt',
  'dev-requirements.txt',
  'test-requirements.txt',
]);

function flag(name: string, value: string | null): string {
  return value === null ? '' : ` ${name} ${value}`;
}

function setUp(tool: string): SetUpStep {
  return { name: `Set ${tool} up`, run: `pipx install ${tool}` };
}

function install(run: string): SetUpStep {
  return { name: 'Install what the tests need', run };
}
