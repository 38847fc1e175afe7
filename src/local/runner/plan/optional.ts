/** A property that is present only where it has a value, for types with exact optional properties. */
export function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [key in Name]?: Value };
export function optional(name: string, value: unknown): { readonly [key: string]: unknown } {
  return value === undefined ? {} : { [name]: value };
}
