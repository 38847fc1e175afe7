/** What a rule makes of a patch, the loosest first. `review`: a draft that waits for somebody's approval. */
export const POLICY_OUTCOMES = ['allow', 'review', 'refuse'] as const;

export type PolicyOutcome = (typeof POLICY_OUTCOMES)[number];

export function isOutcome(value: unknown): value is PolicyOutcome {
  return POLICY_OUTCOMES.some((outcome) => outcome === value);
}

/** Does `one` let more pass than `other`? */
export function isLooser(one: PolicyOutcome, other: PolicyOutcome): boolean {
  return POLICY_OUTCOMES.indexOf(one) < POLICY_OUTCOMES.indexOf(other);
}

/**
 * The rules that every repository has, by the name under which its config changes them. Of those with paths the first
 * that matches speaks for a path, so that what is more special stands first.
 */
export const RULES = {
  workflows: {
    paths: [
      '.github/workflows/**',
      '.github/actions/**',
      '**/.{circleci,buildkite,semaphore,woodpecker,teamcity,tekton,harness}/**',
      '**/{.travis,.drone,.woodpecker,.cirrus,.appveyor,appveyor,bitbucket-pipelines,bitrise,codemagic,wercker,screwdriver,buildspec,cloudbuild}.{yml,yaml}',
      '**/{azure-pipelines,.azure-pipelines}*.{yml,yaml}',
      '**/.{cirrus.star,drone.star,drone.jsonnet}',
      '**/{Jenkinsfile,Jenkinsfile.*,*.Jenkinsfile}',
    ],
    preset: 'refuse',
    meaning:
      'Workflows and actions, and the same of other services, which run with rights as soon as a branch is there. To allow them is to grant what they can do.',
  },
  'agent-instructions': {
    paths: [
      '**/{AGENT,AGENTS,AGENTS.override,CLAUDE,CLAUDE.local,CRUSH,GEMINI,GROK,QWEN,WARP,CONVENTIONS,replit}.md',
      '**/.{agents,aiassistant,amazonq,amp,antigravity,augment,claude,codex,continue,cursor,devin,factory,gemini,goose,grok,junie,kilo,kilocode,kiro,mcp,opencode,openhands,pi,qwen,roo,rovodev,serena,tabnine,trae,windsurf,zencoder}/**',
      '**/.{cursorrules,windsurfrules,clinerules,roorules,roomodes,kilocodemodes,goosehints,rules,mcp.json}',
      '**/{opencode.json,opencode.jsonc,crush.json,.crush.json,.vscode/mcp.json}',
      '**/.clinerules/**',
      '**/.aider*',
      '**/{.coderabbit.yaml,.coderabbit.yml,.pr_agent.toml,greptile.json,.greptile/**}',
      '.github/{copilot-instructions.md,copilot-setup-steps.yml}',
      '.github/{agents,chatmodes,instructions,prompts}/**',
    ],
    preset: 'refuse',
    meaning: 'Instructions and tools of coding agents, which obey them as soon as they see the branch.',
  },
  hooks: {
    paths: [
      '**/.{husky,githooks,devcontainer,lefthook,lefthook-local,idea,zed,fleet,idx,codesandbox,helix,vs,mise}/**',
      '**/.{hg,jj,sl}/**',
      '**/{.pre-commit-config,.overcommit,lefthook,.lefthook,lefthook-local,.lefthook-local,simple-git-hooks,.simple-git-hooks}.{yml,yaml,toml,json,js,cjs,mjs}',
      '**/{.envrc,.devcontainer.json,.replit,.exrc,.nvimrc,.nvim.lua,.lazy.lua,.dir-locals.el,.dir-locals-2.el,.Rprofile,.gdbinit,.lldbinit}',
      '**/{mise,.mise,mise.local,.mise.local}.toml',
      '**/.vscode/{tasks,launch,settings}.json',
      '**/*.code-workspace',
    ],
    preset: 'refuse',
    meaning: 'What runs by itself on the machine of whoever checks the branch out.',
  },
  'code-owners': {
    paths: ['**/CODEOWNERS'],
    preset: 'refuse',
    meaning: 'Who has to review what.',
  },
  'github-folder': {
    paths: ['.github/**'],
    preset: 'refuse',
    meaning: 'Everything else that GitHub reads as settings.',
  },
  'git-files': {
    // A folder with such a HEAD is a repository to git, whose settings name programs for whoever looks around in it.
    paths: ['**/.git*', '**/.git*/**', '**/HEAD', '**/*.git/**'],
    preset: 'refuse',
    meaning:
      'What git reads as settings: attributes, modules, ignored files, and repositories in folders of this one.',
  },
  lockfiles: {
    paths: [
      '**/{package-lock,npm-shrinkwrap,packages.lock}.json',
      '**/{yarn,bun,deno,Cargo,Gemfile,poetry,Pipfile,uv,pdm,pixi,composer,mix,pubspec,Podfile,flake,conan}.lock',
      '**/{pnpm-lock.yaml,bun.lockb,go.sum,go.work.sum,Package.resolved,gradle.lockfile,.terraform.lock.hcl}',
    ],
    preset: 'review',
    meaning: 'Lockfiles, which decide whose code is run and which nobody reads line by line.',
  },
  executables: {
    paths: [],
    preset: 'review',
    meaning: 'Files that become executable.',
  },
  'hidden-characters': {
    paths: [],
    preset: 'review',
    meaning:
      'New lines with characters that reorder their neighbours, or that nobody sees: code that reads otherwise than it runs. So are files that pages show as binary, unless they are called pictures, fonts, sounds or films.',
  },
  'case-collisions': {
    paths: [],
    preset: 'refuse',
    meaning: 'New paths that some file systems take for another one, of the patch or of the repository.',
  },
} as const satisfies { readonly [name: string]: Rule };

/** `paths` is empty where the rule is about something else than names. */
export type Rule = {
  readonly paths: readonly string[];
  readonly preset: PolicyOutcome;
  readonly meaning: string;
};

export type RuleName = keyof typeof RULES;

export const RULE_NAMES = Object.keys(RULES).filter((name): name is RuleName => name in RULES);

/** No config changes these. */
export const FIXED_RULES = {
  'own-config': {
    paths: ['.github/ghost-runner.yml'],
    meaning: 'The config itself, from which everything else follows.',
  },
  'look-alikes': {
    paths: [],
    meaning:
      'Names that Windows or macOS take for one that a rule above matches, such as `GITHUB~1` or `.github.`.',
  },
} as const satisfies { readonly [name: string]: Pick<Rule, 'paths' | 'meaning'> };

export type FixedRuleName = keyof typeof FIXED_RULES;
