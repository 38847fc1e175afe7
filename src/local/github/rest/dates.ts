/**
 * Is this moment (ISO 8601) in what the filter says, as GitHub's search takes dates: `2026-11-21`, `>=2026-11-21T10:00:00Z`,
 * `from..to`? null: the filter says nothing that can be understood.
 */
export function isWithin(filter: string, moment: string): boolean | null {
  const at = Date.parse(moment);
  const [from = '', to] = filter.split('..');
  if (to !== undefined) {
    return whenKnown([startOf(from), endOf(to)], ([start, end]) => at >= start && at <= end);
  }
  const comparison = /^[<>]=?/.exec(filter)?.[0] ?? '';
  const date = filter.slice(comparison.length);
  return whenKnown([startOf(date), endOf(date)], ([start, end]) => compare(comparison, at, { start, end }));
}

type Span = readonly [start: number, end: number];

function whenKnown(span: Span, judge: (span: Span) => boolean): boolean | null {
  return span.some(Number.isNaN) ? null : judge(span);
}

function startOf(date: string): number {
  return Date.parse(date);
}

/** A day without a time lasts until midnight. */
function endOf(date: string): number {
  return date.includes('T') ? Date.parse(date) : Date.parse(`${date}T23:59:59.999Z`);
}

function compare(
  comparison: string,
  at: number,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  switch (comparison) {
    case '>=':
      return at >= start;
    case '>':
      return at > end;
    case '<=':
      return at <= end;
    case '<':
      return at < start;
    default:
      return at >= start && at <= end;
  }
}
