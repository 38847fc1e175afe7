import { describe, expect, test } from '@jest/globals';
import { expandBraces } from '../../src/policy/braces.ts';
import { pathRules } from '../../src/policy/path-decision.ts';
import { RULE_NAMES, RULES, type Rule, type RuleName } from '../../src/policy/rules.ts';
import { policyOf } from './policies.ts';

const byDefault = pathRules(policyOf());

describe('the rules that every repository has', () => {
  test.each([
    ['.github/ghost-runner.yml', 'own-config'],
    ['.github/workflows/ci.yml', 'policy.rules.workflows'],
    ['.GitHub/Workflows/ci.yml', 'policy.rules.workflows'],
    ['.github/actions/setup/action.yml', 'policy.rules.workflows'],
    ['.github/workflows/.hidden/x.yml', 'policy.rules.workflows'],
    ['.github/workflows/evil\u2028.yml', 'policy.rules.workflows'],
    ['.circleci/config.yml', 'policy.rules.workflows'],
    ['a/.buildkite/pipeline.yml', 'policy.rules.workflows'],
    ['.travis.yml', 'policy.rules.workflows'],
    ['azure-pipelines.release.yml', 'policy.rules.workflows'],
    ['ci/Jenkinsfile', 'policy.rules.workflows'],
    ['.github/dependabot.yml', 'policy.rules.github-folder'],
    ['.github/a\nb\u2029/c', 'policy.rules.github-folder'],
    ['CODEOWNERS', 'policy.rules.code-owners'],
    ['.github/CODEOWNERS', 'policy.rules.code-owners'],
    ['docs/codeowners', 'policy.rules.code-owners'],
    ['CODEOWNER\u017f', 'policy.rules.code-owners'],
    ['x\u2028/CODEOWNERS', 'policy.rules.code-owners'],
    ['.gitattributes', 'policy.rules.git-files'],
    ['.gitmodules', 'policy.rules.git-files'],
    ['packages/a/.gitignore', 'policy.rules.git-files'],
    ['.git/config', 'policy.rules.git-files'],
    ['docs/HEAD', 'policy.rules.git-files'],
    ['docs/head', 'policy.rules.git-files'],
    ['HEAD', 'policy.rules.git-files'],
    ['fixtures/shop.git/config', 'policy.rules.git-files'],
    ['a/.GITMODULES ', 'policy.rules.git-files'],
    ['a/.githooks/pre-commit', 'policy.rules.hooks'],
    ['.husky/pre-commit', 'policy.rules.hooks'],
    ['.husky/_/husky.sh', 'policy.rules.hooks'],
    ['lefthook.yml', 'policy.rules.hooks'],
    ['lefthook-local.yml', 'policy.rules.hooks'],
    ['.pre-commit-config.yaml', 'policy.rules.hooks'],
    ['.envrc', 'policy.rules.hooks'],
    ['.hg/hgrc', 'policy.rules.hooks'],
    ['.nvim.lua', 'policy.rules.hooks'],
    ['a/.dir-locals.el', 'policy.rules.hooks'],
    ['mise.local.toml', 'policy.rules.hooks'],
    ['.devcontainer/devcontainer.json', 'policy.rules.hooks'],
    ['.vscode/tasks.json', 'policy.rules.hooks'],
    ['AGENTS.md', 'policy.rules.agent-instructions'],
    ['packages/a/agents.md', 'policy.rules.agent-instructions'],
    ['CLAUDE.md', 'policy.rules.agent-instructions'],
    ['.claude/settings.json', 'policy.rules.agent-instructions'],
    ['.cursor/rules/a.mdc', 'policy.rules.agent-instructions'],
    ['.cursorrules', 'policy.rules.agent-instructions'],
    ['.mcp.json', 'policy.rules.agent-instructions'],
    ['.aider.conf.yml', 'policy.rules.agent-instructions'],
    ['.opencode/agent/x.md', 'policy.rules.agent-instructions'],
    ['a/.vscode/mcp.json', 'policy.rules.agent-instructions'],
    ['QWEN.md', 'policy.rules.agent-instructions'],
    ['.coderabbit.yaml', 'policy.rules.agent-instructions'],
    ['.greptile/rules.md', 'policy.rules.agent-instructions'],
    ['.github/copilot-instructions.md', 'policy.rules.agent-instructions'],
    ['.github/prompts/a.prompt.md', 'policy.rules.agent-instructions'],
    ['package-lock.json', 'policy.rules.lockfiles'],
    ['packages/a/yarn.lock', 'policy.rules.lockfiles'],
    ['Cargo.lock', 'policy.rules.lockfiles'],
    ['go.sum', 'policy.rules.lockfiles'],
    ['MODULE.bazel.lock', 'policy.rules.lockfiles'],
    ['pylock.dev.toml', 'policy.rules.lockfiles'],
    ['gradlew', 'policy.rules.lockfiles'],
    ['gradle/wrapper/gradle-wrapper.properties', 'policy.rules.lockfiles'],
    ['.yarn/releases/yarn-4.cjs', 'policy.rules.lockfiles'],
    ['.pnp.cjs', 'policy.rules.lockfiles'],
    ['.forgejo/workflows/ci.yml', 'policy.rules.workflows'],
    ['netlify.toml', 'policy.rules.workflows'],
    ['docs/.readthedocs.yaml', 'policy.rules.workflows'],
    ['.mailmap', 'policy.rules.git-files'],
    ['.lfsconfig', 'policy.rules.git-files'],
    ['OWNERS', 'policy.rules.code-owners'],
    ['.mergify/a/config.yml', 'policy.rules.code-owners'],
    ['.vimrc', 'policy.rules.hooks'],
    ['.vim/coc-settings.json', 'policy.rules.hooks'],
    ['shop.suo', 'policy.rules.hooks'],
    ['.RData', 'policy.rules.hooks'],
    ['.bsp/sbt.json', 'policy.rules.hooks'],
    ['.config/mise/config.toml', 'policy.rules.hooks'],
    ['mise.prod.toml', 'policy.rules.hooks'],
    ['prek.toml', 'policy.rules.hooks'],
    ['.clinerules-code', 'policy.rules.agent-instructions'],
    ['.continuerc.json', 'policy.rules.agent-instructions'],
    ['.augment-guidelines', 'policy.rules.agent-instructions'],
    ['.greptile/a/rules.md', 'policy.rules.agent-instructions'],
  ])('%j is under %s', (path, rule) => {
    expect(byDefault(path)).toMatchObject([{ rule }]);
  });

  test.each([
    ['.gitlab-ci.yml', 'workflows'],
    ['ci/deploy.gitlab-ci.yaml', 'workflows'],
    ['.gitlab/ci/deploy.yml', 'workflows'],
    ['.gitlab/agents/production/config.yaml', 'workflows'],
    ['.gitea/workflows/ci.yml', 'workflows'],
    ['.gitea/actions/x/action.yml', 'workflows'],
    ['.gitverse/workflows/ci.yaml', 'workflows'],
    ['.gitlab/duo/chat-rules.md', 'agent-instructions'],
    ['.gitpod.yml', 'hooks'],
    ['.gitpod.Dockerfile', 'hooks'],
    ['.gitpod/automations.yaml', 'hooks'],
    ['.githooks/pre-commit', 'hooks'],
  ])('%j is called like git, and granted by %s alone', (path, rule) => {
    const rulesFor = pathRules(policyOf('{rules: {git-files: allow}}'));
    expect(rulesFor(path)).toMatchObject([{ rule: `policy.rules.${rule}`, outcome: 'refuse' }]);
    expect(pathRules(policyOf(`{rules: {${rule}: allow}}`))(path)).toMatchObject([{ outcome: 'allow' }]);
  });

  test.each([
    '.g\u200cithub/workflows/ci.yml',
    '.github\ufeff/x',
    '.g\u200citmodules',
    '.github./x',
    '.github. .::$INDEX_ALLOCATION/x',
    '.github::$INDEX_ALLOCATION/workflows/x.yml',
    'CODEOWNERS.',
    'CODEOWNERS::$DATA',
    'docs/CodeOwners .:stream',
    'GITHUB~1/workflows/ci.yml',
    'gitmod~1',
    'a/GITATT~2',
    'gi7eba~1',
    'GITFOO~1.YML',
    'CODEOW~1',
    'docs/co12af~3',
    'CLAUDE.md.',
    '.husky /pre-commit',
    'package-lock.json::$DATA',
  ])('%j is refused as a look-alike, which no config changes', (path) => {
    const lenient = pathRules(
      policyOf(
        `{rules: {${Object.keys(RULES)
          .map((name) => `${name}: allow`)
          .join(', ')}}}`,
      ),
    );
    for (const rulesFor of [byDefault, lenient]) {
      expect(rulesFor(path)).toMatchObject([{ rule: 'look-alikes', outcome: 'refuse', pointer: null }]);
    }
  });

  test.each([
    'src/index.ts',
    'github/x',
    'src/gitignore.ts',
    'docs/CODEOWNERS.md',
    '.env',
    'src/git/config.ts',
    'docs/github.',
    '.../x',
    ':x',
    ' ',
    'github~/x',
    'src/digit~1',
    'code~',
    'src/claude.ts',
    'docs/agents/index.md',
    'src/lock.json',
    '.vscode/extensions.json',
    'src/owners.ts',
    'src/lock.ts',
    'misery.toml',
    'package.json',
  ])('%j is under none', (path) => {
    expect(byDefault(path)).toEqual([]);
  });

  test('each has its own outcome, which the config changes by its name alone', () => {
    for (const [name, { paths, rest = [], preset }] of Object.entries<Rule>(RULES)) {
      const [glob] = [...paths, ...rest];
      if (glob === undefined) continue;
      const path = exampleOf(glob);
      expect([name, byDefault(path)[0]?.outcome]).toEqual([name, preset]);
      const granted = pathRules(policyOf(`{rules: {${name}: allow}}`));
      expect([name, granted(path)]).toMatchObject([
        name,
        [{ rule: `policy.rules.${name}`, outcome: 'allow' }],
      ]);
    }
  });

  test('the config itself stays as it is, whatever the config says', () => {
    const lenient = pathRules(policyOf('{rules: {github-folder: allow, workflows: allow}}'));
    expect(lenient('.github/ghost-runner.yml')).toMatchObject([{ rule: 'own-config', outcome: 'refuse' }]);
  });
});

describe('a rule beside others', () => {
  test('refuses it, whatever rules with names for its folders allow', () => {
    const missed = RULE_NAMES.flatMap((refusing) => {
      const rulesFor = pathRules(onlyRefusing(refusing));
      return RULE_NAMES.flatMap((outer) => foldersOf(outer))
        .flatMap((folder) => namesOf(refusing).map((name) => `${folder}${name}`))
        .filter((path) => rulesFor(path)[0]?.outcome !== 'refuse')
        .map((path) => [refusing, path]);
    });
    expect(missed).toEqual([]);
  });

  test('holds a path by each of its names, whatever all others allow', () => {
    const missed = RULE_NAMES.flatMap((refusing) => {
      const rulesFor = pathRules(onlyRefusing(refusing));
      return globsOf(refusing)
        .flatMap((glob) => expandBraces(glob, 1_000) ?? [])
        .map(exampleOf)
        .filter((path) => rulesFor(path)[0]?.rule !== `policy.rules.${refusing}`);
    });
    expect(missed).toEqual([]);
  });

  test('grants each of its names by itself, whatever others say of all that lies there', () => {
    const missed = RULE_NAMES.flatMap((granting) => {
      const rulesFor = pathRules(policyOf(`{rules: {${granting}: allow}}`));
      return globsOf(granting)
        .flatMap((glob) => expandBraces(glob, 1_000) ?? [])
        .map(exampleOf)
        .filter((path) => rulesFor(path)[0]?.outcome !== 'allow');
    });
    expect(missed).toEqual([]);
  });

  test.each<[string, RuleName, RuleName]>([
    ['.github/x/HEAD', 'github-folder', 'git-files'],
    ['.github/workflows/HEAD', 'workflows', 'git-files'],
    ['.github/workflows/.gitattributes', 'workflows', 'git-files'],
    ['.claude/x/HEAD', 'agent-instructions', 'git-files'],
    ['.claude/.gitattributes', 'agent-instructions', 'git-files'],
    ['.husky/AGENTS.md', 'hooks', 'agent-instructions'],
    ['.github/yarn.lock', 'github-folder', 'lockfiles'],
  ])('%s is not granted by %s alone, but needs %s too', (path, one, other) => {
    expect(pathRules(policyOf(`{rules: {${one}: allow}}`))(path)).toMatchObject([
      { rule: `policy.rules.${other}`, outcome: RULES[other].preset },
      { rule: `policy.rules.${one}`, outcome: 'allow' },
    ]);
    const both = pathRules(policyOf(`{rules: {${one}: allow, ${other}: allow}}`));
    expect(both(path)[0]).toMatchObject({ outcome: 'allow' });
  });

  test('takes a name for a look-alike of its own, though another one knows its folder', () => {
    const lenient = pathRules(policyOf('{rules: {agent-instructions: allow, git-files: allow}}'));
    for (const path of ['.claude/GITATT~1', '.claude/x/HEAD.', '.claude/.gitmodules::$DATA'])
      expect(lenient(path)[0]).toMatchObject({ rule: 'look-alikes', outcome: 'refuse' });
  });
});

describe('paths of the config', () => {
  test('what is protected is found under any name that a file system has for it', () => {
    const rulesFor = pathRules(
      policyOf('{protected-paths: [{paths: ["migrations/**", "*.pem"], outcome: review}]}'),
    );
    for (const path of [
      'migrations/1.sql',
      'Migrations/.hidden/1.sql',
      'migrations./1.sql',
      'migrations::$DATA/x',
    ]) {
      expect(rulesFor(path)).toMatchObject([{ outcome: 'review', pattern: 'migrations/**' }]);
    }
    expect(rulesFor('key.pem')).toMatchObject([
      { rule: 'policy.protected-paths[0]', pointer: ['policy', 'protected-paths', 0, 'paths', 1] },
    ]);
    expect(rulesFor('src/migrations.ts')).toEqual([]);
  });

  test('a glob and a path may write one name in different normal forms', () => {
    const composed = 'caf\u00e9/**';
    const rulesFor = pathRules(policyOf(`{protected-paths: [{paths: ["${composed.normalize('NFD')}"]}]}`));
    expect(rulesFor('caf\u00e9/x')).toHaveLength(1);
    expect(rulesFor('cafe\u0301/x')).toHaveLength(1);
  });

  test('what is allowed is taken as it is written', () => {
    const rulesFor = pathRules(
      policyOf('{allowed-paths: {paths: ["src/**", "README.md"], otherwise: review}}'),
    );
    expect(['src/a.ts', 'src/.env', 'src/a/b/c', 'README.md'].flatMap(rulesFor)).toEqual([]);
    for (const path of ['Src/a.ts', 'readme.md', 'srcs', 'lib/src/a.ts', 'src./a', '.env']) {
      expect(rulesFor(path)).toMatchObject([
        { rule: 'policy.allowed-paths', outcome: 'review', pattern: null },
      ]);
    }
  });

  test('the strictest rule decides, so that nothing that is wide lifts what is narrow', () => {
    const rulesFor = pathRules(
      policyOf(
        '{allowed-paths: {paths: ["**"]}, protected-paths: [{paths: ["**/*.lock"], outcome: refuse}], rules: {lockfiles: allow}}',
      ),
    );
    expect(rulesFor('yarn.lock').map(({ rule, outcome }) => [rule, outcome])).toEqual([
      ['policy.protected-paths[0]', 'refuse'],
      ['policy.rules.lockfiles', 'allow'],
    ]);
    expect(rulesFor('.github/workflows/ci.yml')[0]).toMatchObject({ outcome: 'refuse' });
  });

  test('names that Windows can not hold are protected by the globs that docs/security.md gives', () => {
    const globs = ['**/{aux,con,nul,prn,com?,lpt?}{,.*}', '**/*{:,|,<,>,"}*'];
    const rulesFor = pathRules(policyOf(JSON.stringify({ 'protected-paths': [{ paths: globs }] })));
    const protects = (path: string) =>
      rulesFor(path).some(({ rule }) => rule === 'policy.protected-paths[0]');
    for (const path of ['aux.c', 'src/NUL', 'com1.tar.gz', 'a:b', 'a/b<c'])
      expect([path, protects(path)]).toEqual([path, true]);
    for (const path of ['auxiliary.c', 'src/console.ts', 'compare.js'])
      expect([path, protects(path)]).toEqual([path, false]);
  });

  test('paths that are made to be slow are judged in time', () => {
    const rulesFor = pathRules(policyOf('{protected-paths: [{paths: ["**/a*a*a*a*b", "**/*/**/*/**/x"]}]}'));
    const started = process.cpuUsage();
    for (const path of ['a/'.repeat(511) + 'a', 'a'.repeat(1024), `${'.'.repeat(1000)}~1`]) rulesFor(path);
    expect(process.cpuUsage(started).user / 1e3).toBeLessThan(1000);
  });
});

function onlyRefusing(refusing: string) {
  const rules = RULE_NAMES.map((name) => `${name}: ${name === refusing ? 'refuse' : 'allow'}`);
  return policyOf(`{rules: {${rules.join(', ')}}}`);
}

function globsOf(name: RuleName): readonly string[] {
  const { paths, rest = [] }: Rule = RULES[name];
  return [...paths, ...rest];
}

/** One for each glob of a rule that is about everything in a folder. */
function foldersOf(name: RuleName): readonly string[] {
  return globsOf(name)
    .filter((glob) => glob.endsWith('/**'))
    .map((glob) => `${exampleOf(glob.slice(0, -'/**'.length))}/z/`);
}

/** One for each glob of a rule that holds in any folder, unless that is left to what other rules do not know. */
function namesOf(name: RuleName): readonly string[] {
  return RULES[name].paths
    .filter((glob) => glob.startsWith('**/'))
    .map((glob) => exampleOf(glob.slice('**/'.length)));
}

/** A path that a glob of ours matches: the first of its alternatives, and something for its stars. */
function exampleOf(glob: string): string {
  return glob
    .replace(/\{([^,}]*)[^}]*\}/g, '$1')
    .replaceAll('**', 'x')
    .replaceAll('*', 'y');
}
