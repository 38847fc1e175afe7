import { parsePullRequestMarker } from '../../report/pull-request.ts';

/** The part of REST's `pull-request` that tells who opened it. */
export type Opened = {
  readonly user: { readonly type: string } | null;
  readonly body: string | null;
};

/** REST does not say whom our token stands for, which may be a person: then our marker in the text tells. */
export function isByUs({ user, body }: Opened): boolean {
  return user?.type === 'Bot' || parsePullRequestMarker(body ?? '') !== null;
}
