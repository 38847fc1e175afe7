import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';

/** A workflow file with its comments, for some of them are part of the policy. */
export type WorkflowFile = {
  readonly events: readonly string[];
  readonly root: YAMLMap;
  readonly jobs: readonly Job[];
};

export type Job = { readonly name: string; readonly map: YAMLMap; readonly steps: readonly Step[] };

/** `at` is where it stands, such as `jobs.test.steps.0`. */
export type Step = { readonly at: string; readonly map: YAMLMap };

/** Throws where the file is no workflow at all; actionlint says what is wrong with one. */
export function readWorkflow(text: string): WorkflowFile {
  const document = parseDocument(text);
  const root = document.contents;
  if (document.errors.length > 0 || !isMap(root)) {
    throw new Error(`this is not a workflow: ${document.errors[0]?.message ?? 'it is no mapping'}`);
  }
  return {
    events: namesOf(root.get('on', true)),
    root,
    jobs: entriesOf(root.get('jobs', true)).map(([name, value]) => readJob(name, value)),
  };
}

/** Keys and values of a mapping; a value that is no mapping has none. */
export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isMap(value) ? value.items.map(({ key, value: item }) => [String(key), item] as const) : [];
}

/** The text of a scalar; undefined: it is none, or there is none. */
export function textOf(value: unknown): string | undefined {
  return isScalar(value) ? value.source : undefined;
}

/** The comment behind a value on its line. */
export function commentOf(value: unknown): string {
  return isScalar(value) ? (value.comment ?? '').trim() : '';
}

/** All texts in a value, however deep. */
export function textsIn(value: unknown): readonly string[] {
  if (isMap(value)) {
    return value.items.flatMap((pair) => textsIn(pair.value));
  }
  return isSeq(value) ? value.items.flatMap(textsIn) : [textOf(value) ?? ''].filter((text) => text !== '');
}

function readJob(name: string, value: unknown): Job {
  if (!isMap(value)) {
    throw new Error(`jobs.${name} is no mapping`);
  }
  const steps = value.get('steps', true);
  const maps = isSeq(steps) ? steps.items.filter((step) => isMap(step)) : [];
  return { name, map: value, steps: maps.map((map, index) => ({ at: `jobs.${name}.steps.${index}`, map })) };
}

/** `on` may be one name, a list of names, or a mapping. */
function namesOf(value: unknown): readonly string[] {
  return isMap(value) ? entriesOf(value).map(([name]) => name) : textsIn(value);
}
