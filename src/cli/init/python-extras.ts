import { parse } from 'smol-toml';
import * as z from 'zod';

/** What a Python project lists for those who test it, beside what all need; null: nothing. */
export type TestNeeds = {
  /** Name of an extra, as in `.[test]`. */
  readonly extra: string | null;
  /** Name of a group of dependencies that is not installed unless it is asked for. */
  readonly group: string | null;
  /** The same for pip, which reads no groups but the standard ones, and installs none of them by itself. */
  readonly pipGroup: string | null;
};

/** `text` is that of pyproject.toml. One that nobody can read has no such lists. */
export function findTestNeeds(text: string | null): TestNeeds {
  const { project, tool, 'dependency-groups': groups } = readProject(text);
  const poetry = tool?.poetry;
  const optional = Object.entries(poetry?.group ?? {}).flatMap(([name, group]) =>
    group.optional ? [name] : [],
  );
  return {
    extra: firstOf([...TEST_NAMES, ...DEVELOPMENT_NAMES], {
      ...project?.['optional-dependencies'],
      ...poetry?.extras,
    }),
    // Tools install a group for development without being asked.
    group: firstOf(TEST_NAMES, { ...groups, ...Object.fromEntries(optional.map((name) => [name, true])) }),
    pipGroup: firstOf([...TEST_NAMES, ...DEVELOPMENT_NAMES], groups ?? {}),
  };
}

/** Those for tests alone come before those that hold more. */
const TEST_NAMES = ['test', 'tests', 'testing'];
const DEVELOPMENT_NAMES = ['dev', 'develop', 'development'];

function firstOf(names: readonly string[], there: { readonly [name: string]: unknown }): string | null {
  return names.find((name) => Object.hasOwn(there, name)) ?? null;
}

const lists = z.record(z.string(), z.unknown()).optional().catch(undefined);

/** What is not as it should be counts as absent. */
const projectSchema = z.object({
  project: z.object({ 'optional-dependencies': lists }).optional().catch(undefined),
  'dependency-groups': lists,
  tool: z
    .object({
      poetry: z
        .object({
          extras: lists,
          group: z
            .record(z.string(), z.object({ optional: z.boolean().optional() }))
            .optional()
            .catch(undefined),
        })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});

function readProject(text: string | null): z.output<typeof projectSchema> {
  try {
    return projectSchema.parse(parse(text ?? ''));
  } catch {
    // Whoever installs the project is told what is wrong with it.
    return {};
  }
}
