import * as z from 'zod';

/**
 * The arguments of a tool, and no others: one that is not known would be dropped, and more or something else be done than
 * was asked. `instead` says what to do with it.
 */
export function argumentsOf<Shape extends z.ZodRawShape>(
  shape: Shape,
  instead = `Send none but these: ${Object.keys(shape).join(', ')}.`,
): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `This tool does not take ${shown(issue.keys)}. ${instead}`
        : undefined,
  });
}

function shown(names: readonly string[]): string {
  const first = names
    .slice(0, MAX_SHOWN)
    .map((name) => `\`${name.slice(0, SHOWN_CHARACTERS).toWellFormed()}\``);
  return [...first, ...(names.length > MAX_SHOWN ? [`and ${names.length - MAX_SHOWN} more`] : [])].join(', ');
}

/** Arguments that are named, and characters of each. */
const MAX_SHOWN = 5;
const SHOWN_CHARACTERS = 40;
