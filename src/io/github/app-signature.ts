import githubAppJwt from 'universal-github-app-jwt';

/**
 * Signs for an App that speaks for itself, as `createJwt` of `@octokit/auth-app`: once for as long as GitHub takes a
 * signature, and not for each request, for one takes a processor more than a millisecond.
 */
export function createAppSigner(
  /** PEM. */
  privateKey: string,
  /** Milliseconds since 1970; replaced in tests. */
  clock: () => number = Date.now,
): AppSigner {
  let known: Known | undefined;
  return async (appId, timeDifference = 0) => {
    const now = Math.floor(clock() / 1000) + timeDifference;
    // A clock that was put back since was wrong when it was signed.
    if (known?.timeDifference === timeDifference && known.from <= now && now < known.until) {
      return known;
    }
    const { token, expiration } = await githubAppJwt({ id: appId, privateKey, now });
    const expiresAt = new Date(expiration * 1000).toISOString();
    known = { jwt: token, expiresAt, timeDifference, from: now, until: expiration - MARGIN_SECONDS };
    return known;
  };
}

/** `timeDifference`: seconds by which GitHub's clock is ahead of ours. */
type AppSigner = (appId: string | number, timeDifference?: number) => Promise<Signature>;

type Signature = { readonly jwt: string; readonly expiresAt: string };

/** Seconds since 1970. */
type Known = Signature & { readonly timeDifference: number; readonly from: number; readonly until: number };

/** A request may wait for its turn, and clocks differ. */
const MARGIN_SECONDS = 300;
