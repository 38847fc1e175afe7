/** What hostile tests do in a real run of the workflow, and what they must find. */
export type JobCase = {
  readonly name: string;
  /** For bash; prints one line. */
  readonly attack: string;
  readonly found: string;
};

/** The name of processes that must not outlive the tests. */
export const SLEEPER = 'hostile-sleeper';

const COUNT_CREDENTIALS = "grep -ciE 'token=|secret|authorization|xoxb' || true";

export const JOB_CASES: readonly JobCase[] = [
  { name: 'a token in the environment', attack: `env | ${COUNT_CREDENTIALS}`, found: '0' },
  {
    name: "a token in git's configuration",
    attack: `cat .git/config "$HOME/.gitconfig" 2>/dev/null | grep -ciE 'extraheader|authorization|password' || true`,
    found: '0',
  },
  {
    name: 'a helper that gives credentials out',
    attack: 'git config --get-all credential.helper | wc -l',
    found: '0',
  },
  {
    name: 'a push of a branch',
    attack: 'git push -q origin HEAD:refs/heads/stolen 2>/dev/null && echo done || echo refused',
    found: 'refused',
  },
  {
    name: 'a push over the base branch',
    attack: 'git push -qf origin HEAD:refs/heads/main 2>/dev/null && echo done || echo refused',
    found: 'refused',
  },
  {
    name: 'a push over the control switch',
    attack: 'git push -qf origin HEAD:refs/ghost/control 2>/dev/null && echo done || echo refused',
    found: 'refused',
  },
  {
    name: 'a token that the process of the Action was given',
    attack: `p=$PPID; until grep -qs INPUT_STAGE= /proc/$p/environ || [ "$p" -le 1 ]; do p=$(awk '/^PPid/ { print $2 }' /proc/$p/status); done; echo "$(tr '\\0' '\\n' < /proc/$p/environ | grep -cE '^INPUT_STAGE=test') of it, $(tr '\\0' '\\n' < /proc/$p/environ | grep -cE '^[A-Z_-]*(TOKEN|SECRET)=.')"`,
    found: '1 of it, 0',
  },
  {
    name: 'a file by which later steps would be changed',
    attack: "env | grep -cE '^GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)=' || true",
    found: '0',
  },
  {
    name: 'a way to the cache and to artifacts',
    attack: "env | grep -cE '^ACTIONS_' || true",
    found: '0',
  },
  {
    name: 'inputs of the Action',
    attack: "env | grep -cE '^INPUT_' || true",
    found: '0',
  },
  {
    name: 'code that node runs before everything else',
    attack: 'echo "${NODE_OPTIONS-none}"',
    found: 'none',
  },
  {
    name: 'an answer on the standard input',
    attack: 'read -r answer && echo read || echo nothing',
    found: 'nothing',
  },
  {
    name: 'a hundred processes that go on',
    attack: `for i in $(seq 100); do (exec -a ${SLEEPER} sleep 300) > /dev/null 2>&1 & done; echo started`,
    found: 'started',
  },
  {
    name: 'a disk that fills up',
    attack: 'head -c 50000000 /dev/zero > full && rm full && echo written',
    found: 'written',
  },
];
