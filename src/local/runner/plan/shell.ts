/**
 * How a `run` script is started, as on GitHub's Linux runners: without a `shell` it is `bash -e`, with `bash` also
 * `pipefail`; anything with `{0}` is a command line of its own.
 * Returns the program and its arguments; undefined for shells that are not offered.
 */
export function shellCommand(shell: string | undefined, script: string): readonly string[] | undefined {
  if (shell !== undefined && !shell.includes('{0}'))
    return KNOWN_SHELLS[shell]?.map((word) => fill(word, script));
  const words = shell?.split(' ').filter((word) => word !== '') ?? ['bash', '-e', '{0}'];
  return words.map((word) => fill(word, script));
}

const KNOWN_SHELLS: { readonly [name: string]: readonly string[] } = {
  bash: ['bash', '--noprofile', '--norc', '-e', '-o', 'pipefail', '{0}'],
  sh: ['sh', '-e', '{0}'],
  python: ['python3', '{0}'],
};

function fill(word: string, script: string): string {
  return word.replaceAll('{0}', () => script);
}
