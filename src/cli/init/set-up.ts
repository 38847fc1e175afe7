/** A step of the test job, before the tests. `uses` and `run` exclude each other. */
export type SetUpStep = {
  readonly name: string;
  /** An action by its commit, with the version that this is. */
  readonly uses?: { readonly action: string; readonly version: string };
  readonly with?: { readonly [input: string]: string };
  readonly run?: string;
};

/** What one language of a repository needs. */
export type Language = {
  readonly name: 'JavaScript' | 'TypeScript' | 'Python' | 'Go' | 'Rust';
  /** What installs its dependencies, such as `pnpm`. */
  readonly packageManager: string;
  readonly steps: readonly SetUpStep[];
  /** null: none was found. */
  readonly testCommand: string | null;
};

/** Steps as they stand in a list of steps in a workflow, with the indentation that it has there. */
export function formatSteps(steps: readonly SetUpStep[], indentation: string): string {
  return steps
    .flatMap(formatStep)
    .map((line) => `${indentation}${line}\n`)
    .join('');
}

function formatStep({ name, uses, with: inputs = {}, run }: SetUpStep): readonly string[] {
  const entries = Object.entries(inputs);
  return [
    `- name: ${name}`,
    ...(uses === undefined ? [] : [`  uses: ${uses.action} # ${uses.version}`]),
    ...(entries.length === 0 ? [] : ['  with:']),
    ...entries.map(([input, value]) => `    ${input}: ${value}`),
    ...(run === undefined ? [] : [`  run: ${run}`]),
  ];
}
