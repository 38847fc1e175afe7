/** What one look came to. */
export type Finding = {
  /** What was looked at, such as `config`. */
  readonly check: string;
  /** `missing`: no patch can come, or be worked on, before it is put right. `unknown`: this token is not told. */
  readonly state: 'well' | 'missing' | 'advice' | 'unknown';
  readonly says: string;
  /** What to do; absent where all is well. */
  readonly fix?: string;
};

export function well(check: string, says: string): Finding {
  return { check, state: 'well', says };
}

export function missing(check: string, says: string, fix: string): Finding {
  return { check, state: 'missing', says, fix };
}

export function advice(check: string, says: string, fix: string): Finding {
  return { check, state: 'advice', says, fix };
}

export function unknown(check: string, says: string, fix: string): Finding {
  return { check, state: 'unknown', says, fix };
}
