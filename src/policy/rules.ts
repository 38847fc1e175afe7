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
 * The rules that every repository has, by the name under which its config changes them. All that match a path have a
 * say in it, whatever their order; only the `rest` of one speaks where the rules before it have no name for the path.
 */
export const RULES = {
  workflows: {
    paths: [
      '.github/workflows/**',
      '.github/actions/**',
      '**/.{circleci,buildkite,semaphore,woodpecker,teamcity,tekton,harness,forgejo,builds,codefresh,kokoro,platform,upsun,zuul.d}/**',
      '**/{.travis,.drone,.woodpecker,.cirrus,.appveyor,appveyor,bitbucket-pipelines,bitrise,codemagic,wercker,screwdriver,buildspec,cloudbuild}.{yml,yaml}',
      '**/{.vela,.build,.packit,packit,.prow,.zuul,zuul,codefresh,.readthedocs,readthedocs,amplify,render,heroku,.platform.app}.{yml,yaml}',
      '**/{netlify.toml,vercel.json,railway.json,railway.toml,nixpacks.toml,cloudbuild.json}',
      '**/{.gitlab-ci*,*.gitlab-ci.yml,*.gitlab-ci.yaml}',
      '**/.gitlab-ci/**',
      '**/.gitlab/**/*.{yml,yaml}',
      '**/.{gitea,gitverse}/{workflows,actions}/**',
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
      '**/{AGENT,AGENTS,AGENTS.local,AGENTS.override,CLAUDE,CLAUDE.local,CODEBUDDY,CODEX,CRUSH,CRUSH.local,GEMINI,GROK,HERMES,IFLOW,KIMI,QWEN,WARP,CONVENTIONS,replit}.md',
      '**/.{agents,aiassistant,amazonq,amp,antigravity,augment,claude,codex,continue,cursor,devin,factory,gemini,goose,grok,junie,kilo,kilocode,kiro,mcp,opencode,openhands,pi,qwen,roo,rovodev,serena,tabnine,trae,windsurf,zencoder}/**',
      '**/.{ai,cline,codebuddy,cody,comate,firebender,forge,hermes,iflow,kimi,lingma,pochi,qoder,ruler,rulesync,sourcegraph,vibe,warp}/**',
      '**/.{cursorrules,windsurfrules,clinerules,roorules,roomodes,kilocodemodes,goosehints,rules,mcp.json}',
      '**/.{clinerules-*,roorules-*,kilocoderules,continuerules,continuerc.json,augment-guidelines,openhands_instructions}',
      '**/{opencode.json,opencode.jsonc,crush.json,.crush.json,firebender.json,.vscode/mcp.json}',
      '**/.clinerules/**',
      '**/.aider*',
      '**/{.coderabbit.yaml,.coderabbit.yml,.pr_agent.toml,greptile.json}',
      '**/{.greptile,.gitlab/duo}/**',
      '.github/{copilot-instructions.md,copilot-setup-steps.yml}',
      '.github/{agents,chatmodes,instructions,prompts}/**',
    ],
    preset: 'refuse',
    meaning: 'Instructions and tools of coding agents, which obey them as soon as they see the branch.',
  },
  hooks: {
    paths: [
      '**/.{husky,githooks,devcontainer,lefthook,lefthook-local,idea,zed,fleet,idx,codesandbox,helix,vs,mise,rtx,nova,vim,nvim,ona,bsp,lsp,externalToolBuilders}/**',
      '**/.gitpod{,.*}/**',
      '**/.{hg,jj,sl,svn,bzr,pijul}/**',
      '**/{.pre-commit-config,.overcommit,lefthook,.lefthook,lefthook-local,.lefthook-local,simple-git-hooks,.simple-git-hooks}.{yml,yaml,toml,json,js,cjs,mjs}',
      '**/{prek.toml,hk.pkl,.huskyrc,.huskyrc.*,captainhook.json,grumphp.yml,grumphp.yaml}',
      '**/{.envrc,.rvmrc,.autoenv,.autoenv.*,.devcontainer.json,devfile.yaml,.devfile.yaml,.replit,replit.nix,.stackblitzrc}',
      '**/{.vimrc,_vimrc,.gvimrc,.lvimrc,.exrc,_exrc,.nvimrc,.nvim.lua,.lazy.lua,.ycm_extra_conf.py,.dir-locals.el,.dir-locals-2.el}',
      '**/{.Rprofile,.Renviron,.RData,.gdbinit,.lldbinit,.pdbrc,.rdbgrc,.byebugrc,.perldb,.jdbrc,.irbrc,.pryrc,.ghci,.ocamlinit,.iex.exs,hie.yaml,.luarc.json,.luarc.jsonc}',
      '**/{mise,.mise,mise.*,.mise.*,.rtx,mise/config,mise/config.*}.toml',
      '**/.vscode/{tasks,launch,settings,c_cpp_properties,cmake-kits,cmake-variants}.json',
      '**/*.{code-workspace,sublime-project,sublime-workspace,suo}',
    ],
    preset: 'refuse',
    meaning: 'What runs by itself on the machine of whoever checks the branch out.',
  },
  'code-owners': {
    paths: [
      '**/{CODEOWNERS,OWNERS,OWNERS_ALIASES}',
      '**/.mergify/**',
      '**/{.mergify.yml,.pullapprove.yml,.policy.yml,.bulldozer.yml,.kodiak.toml,bors.toml}',
    ],
    preset: 'refuse',
    meaning: 'Who has to review what, and what is merged by itself.',
  },
  'github-folder': {
    paths: [],
    rest: ['.github/**'],
    preset: 'refuse',
    meaning: 'Everything else that GitHub reads as settings.',
  },
  'git-files': {
    paths: [
      '**/.git{,attributes,config,ignore,message,modules,-blame-ignore-revs}/**',
      // A folder with such a HEAD is a repository to git, whose settings name programs for whoever looks around in it.
      '**/HEAD',
      '**/*.git/**',
      '**/{.mailmap,.lfsconfig}',
    ],
    // Forges and tools are called like git too, and are of the rules that know them.
    rest: ['**/.git*', '**/.git*/**'],
    preset: 'refuse',
    meaning:
      'What git reads as settings: attributes, modules, ignored files, names of authors, where large files are, and repositories in folders of this one.',
  },
  lockfiles: {
    paths: [
      '**/{package-lock,npm-shrinkwrap,packages.lock,vcpkg-lock,dub.selections,aqua-checksums}.json',
      '**/*.{lock,locked,lockfile}',
      '**/{pnpm-lock,conda-lock}.{yml,yaml}',
      '**/{bun.lockb,go.sum,go.work.sum,Package.resolved,Cartfile.resolved,.terraform.lock.hcl,cabal.project.freeze,pylock.toml,pylock.*.toml}',
      '**/gradle/{verification-metadata.xml,verification-keyring.*}',
      '**/{gradlew,gradlew.bat,mvnw,mvnw.cmd,.pnp.*}',
      '**/{gradle,.mvn}/wrapper/**',
      '**/.yarn/{cache,plugins,releases,sdks}/**',
    ],
    preset: 'review',
    meaning:
      'Lockfiles, and tools that lie in the repository to fetch others: they decide whose code is run, and nobody reads them line by line.',
  },
  executables: {
    paths: [],
    preset: 'review',
    meaning: 'Files that become executable, and executable ones that move: a program is found by its name.',
  },
  'hidden-characters': {
    paths: [],
    preset: 'review',
    meaning:
      'New lines with characters that reorder their neighbours, or that nobody sees: code that reads otherwise than it runs. Lines and files that move are new where they go. The same holds for files that pages show as binary, unless they are called pictures, fonts, sounds, films or PDF.',
  },
  'case-collisions': {
    paths: [],
    preset: 'refuse',
    meaning: 'New paths that some file systems take for another one, of the patch or of the repository.',
  },
  repairs: {
    paths: [],
    preset: 'allow',
    meaning:
      'Patches that are not written to the letter: fields by other names, JSON that had to be mended, words that belong to no edit, a text that was taken for a file. Refused, only what needs no interpretation passes.',
  },
  tolerances: {
    paths: [],
    preset: 'allow',
    meaning:
      'Hunks and edits that are not in their file as they were sent, or are said to be made already: every rung of the ladder but `exact` and `offset`.',
  },
  'not-done': {
    paths: [],
    preset: 'allow',
    meaning:
      'Patches that ask for more than changes of files, such as shell commands, a branch, a tag or a label that `patch-labels` does not name, which nobody does.',
  },
} as const satisfies { readonly [name: string]: Rule };

/** Both lists of globs are empty where the rule is about something else than names. */
export type Rule = {
  /** Whatever other rules match as well. */
  readonly paths: readonly string[];
  /** Only where no rule that stands before this one matches. */
  readonly rest?: readonly string[];
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
