/** The middle one; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export type Sample = { readonly [figure: string]: number };

/** Medians of every figure, over runs that take turns so that a machine's moods hit all alike. */
export async function takeTurns<Name extends string>(
  subjects: { readonly [name in Name]: (run: number) => Promise<Sample> },
  runs: number,
): Promise<{ readonly [name in Name]: Sample }> {
  const names = Object.keys(subjects) as Name[];
  const samples = new Map<Name, Sample[]>(names.map((name) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const name of names) {
      samples.get(name)?.push(await subjects[name](run));
    }
  }
  return Object.fromEntries(names.map((name) => [name, medians(samples.get(name) ?? [])])) as { [name in Name]: Sample };
}

function medians(samples: readonly Sample[]): Sample {
  const figures = Object.keys(samples[0] ?? {});
  return Object.fromEntries(figures.map((figure) => [figure, median(samples.map((sample) => sample[figure] ?? Number.NaN))]));
}
