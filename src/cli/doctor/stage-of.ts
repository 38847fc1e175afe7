/** The stage that a step asks our Action for, whatever that is called where it is used; undefined: it asks for none. */
export function stageOf(inputs: Readonly<Record<string, unknown>> | null | undefined): string | undefined {
  // GitHub takes the names of inputs in any letters, and our Action takes no blanks around its stage.
  const [, stage] = Object.entries(inputs ?? {}).find(([name]) => name.toLowerCase() === 'stage') ?? [];
  return typeof stage === 'string' ? stage.trim() : undefined;
}
