/** Where a repository says how its patches are handled. Read from the default branch only. */
export const CONFIG_PATH = '.github/ghost-runner.yml';
