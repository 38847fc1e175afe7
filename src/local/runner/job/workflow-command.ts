/** A line of a step's output that speaks to the runner: `::error file=a.js,line=3::message`. */
export type WorkflowCommand = {
  /** Lower case. */
  readonly name: string;
  readonly properties: { readonly [key: string]: string };
  readonly message: string;
};

/**
 * Reads a line as a command; undefined: it is none. Both notations that GitHub's runner takes: `::name …::message`
 * at the start of a line, and the older `##[name …]message` anywhere in it.
 */
export function parseWorkflowCommand(line: string): WorkflowCommand | undefined {
  const match = NOTATION.exec(line) ?? OLD_NOTATION.exec(line);
  const { name, properties, oldProperties, message = '' } = match?.groups ?? {};
  if (name === undefined) return undefined;
  return {
    name: name.toLowerCase(),
    properties: oldProperties === undefined ? parseList(properties, ',') : parseList(oldProperties, ';'),
    message: unescapeData(message),
  };
}

const NOTATION = /^\s*::(?<name>[^\s:]+)(?:\s+(?<properties>.*?))?::(?<message>.*)$/;
const OLD_NOTATION = /##\[(?<name>[^\s\]]+)(?:\s+(?<oldProperties>[^\]]*))?\](?<message>.*)$/;

function parseList(list: string | undefined, separator: string): { readonly [key: string]: string } {
  const pairs = (list ?? '').split(separator).flatMap((part) => {
    const [key = '', ...value] = part.split('=');
    const text = unescapeProperty(value.join('='));
    return key.trim() === '' || text === '' ? [] : [[key.trim().toLowerCase(), text] as const];
  });
  return Object.fromEntries(pairs);
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}
