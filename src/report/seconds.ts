/** A duration for people: `0.4 s`, `12 s`, `3 min 5 s`, `10 min`. */
export function formatSeconds(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) {
    return 'an unknown time';
  }
  if (seconds < TENTHS_UNTIL) {
    return `${seconds.toFixed(1)} s`;
  }
  const whole = Math.round(seconds);
  const rest = whole % 60 === 0 ? '' : ` ${whole % 60} s`;
  return whole < SECONDS_UNTIL ? `${whole} s` : `${Math.floor(whole / 60)} min${rest}`;
}

/** Below this, tenths of a second say something. */
const TENTHS_UNTIL = 9.95;

/** Up to this, seconds are easier to compare than minutes. */
const SECONDS_UNTIL = 120;
