/** How long ago something was, for people: `40 s ago`, `3 h ago`; `at an unknown time` where nobody can tell. */
export function formatAge(iso: string | undefined, now: string): string {
  const seconds = ageInSeconds(iso, now);
  if (seconds === null) {
    return 'at an unknown time';
  }
  if (seconds < -SAME_MOMENT) {
    return 'in the future, by its clock';
  }
  const [size, unit] = UNITS.find(([least]) => seconds >= least * USEFUL) ?? [1, 's'];
  return seconds < SAME_MOMENT ? 'just now' : `${Math.floor(seconds / size)} ${unit} ago`;
}

/** Seconds between the two; null where one of them is no time. */
export function ageInSeconds(iso: string | undefined, now: string): number | null {
  const seconds = (new Date(now).getTime() - new Date(iso ?? '').getTime()) / 1000;
  return Number.isNaN(seconds) ? null : seconds;
}

/** Clocks of two machines agree no better than this. */
const SAME_MOMENT = 2;

/** So many of a unit say more than one of the next. */
const USEFUL = 2;

const UNITS: readonly (readonly [number, string])[] = [
  [86_400, 'days'],
  [3600, 'h'],
  [60, 'min'],
];
