import { round } from '../measure.ts';

/** One figure of the table in bench/README.md. */
export type Row = {
  readonly figure: string;
  readonly measured: string;
  /** Empty where nothing was promised. */
  readonly target: string;
  readonly met: boolean | null;
};

export function atMost(figure: string, value: number, limit: number, unit = ''): Row {
  return { figure, measured: show(value, unit), target: `≤ ${show(limit, unit)}`, met: value <= limit };
}

export function atLeast(figure: string, value: number, limit: number, unit = ''): Row {
  return { figure, measured: show(value, unit), target: `≥ ${show(limit, unit)}`, met: value >= limit };
}

/** What explains another figure, and was promised to nobody. */
export function plain(figure: string, value: number, unit = ''): Row {
  return { figure, measured: show(value, unit), target: '', met: null };
}

/** As Markdown. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map(({ figure, measured, target, met }) => {
    const verdict = met === null ? '' : met ? 'met' : '**missed**';
    return `| ${figure} | ${measured} | ${target} | ${verdict} |`;
  });
  return ['| figure | measured | target | |', '|---|--:|--:|---|', ...lines].join('\n');
}

function show(value: number, unit: string): string {
  const text = Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : String(round(value));
  return unit === '' ? text : `${text} ${unit}`;
}
