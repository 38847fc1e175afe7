/** The path without the longest of these leading folders that it lies in, given with or without a slash at the end. */
export function withoutPrefix(path: string, prefixes: readonly string[]): string {
  const lengths = prefixes
    .map((prefix) => `${prefix.replace(/\/+$/, '')}/`)
    .filter((prefix) => path.startsWith(prefix) && path.length > prefix.length)
    .map((prefix) => prefix.length);
  return path.slice(Math.max(0, ...lengths));
}
