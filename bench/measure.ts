/** The middle one; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export type Sample = { readonly [figure: string]: number };

/** Medians of every figure, over runs that take turns so that a machine's moods hit all alike. */
export async function takeTurns(
  subjects: ReadonlyMap<string, (run: number) => Promise<Sample>>,
  runs: number,
): Promise<ReadonlyMap<string, Sample>> {
  const samples = new Map([...subjects.keys()].map((name): [string, Sample[]] => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const [name, subject] of subjects) {
      samples.get(name)?.push(await subject(run));
    }
  }
  return new Map([...samples].map(([name, taken]) => [name, medians(taken)]));
}

/** Figure by figure; NaN for what was not measured. */
export function ratios(one: Sample | undefined, other: Sample | undefined): Sample {
  const figures = Object.keys(one ?? {});
  return Object.fromEntries(
    figures.map((figure) => [figure, round((one?.[figure] ?? Number.NaN) / (other?.[figure] ?? Number.NaN))]),
  );
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function medians(samples: readonly Sample[]): Sample {
  const figures = Object.keys(samples[0] ?? {});
  return Object.fromEntries(
    figures.map((figure) => [figure, median(samples.map((sample) => sample[figure] ?? Number.NaN))]),
  );
}
