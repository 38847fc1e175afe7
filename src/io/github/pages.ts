/** What GitHub gives at most in one answer. */
export const LARGEST_PAGE = 100;

/** Pages of a REST list, as its parameters, that hold this many entries. */
export function pagesFor(limit: number): readonly { readonly page: number; readonly per_page: number }[] {
  const pages = Math.ceil(limit / LARGEST_PAGE);
  return Array.from({ length: pages }, (_, index) => ({
    page: index + 1,
    per_page: Math.min(limit, LARGEST_PAGE),
  }));
}
