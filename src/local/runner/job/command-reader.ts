import type { Annotation } from '../../contract.ts';
import type { Masks } from './masks.ts';
import type { Output } from './output.ts';
import { parseWorkflowCommand, type WorkflowCommand } from './workflow-command.ts';

/** What a step can set through its output. */
export type StepRecord = {
  readonly outputs: Map<string, string>;
  readonly state: Map<string, string>;
};

/** Returns the function that takes each line a step prints: it goes to the log, or is obeyed. */
export function createCommandReader(
  step: StepRecord,
  job: { readonly masks: Masks; readonly output: Output },
): (line: string) => void {
  const { masks, output } = job;
  const annotations = { error: 0, warning: 0, notice: 0 };
  let resumeToken: string | undefined;

  function read(line: string): void {
    const command = parseWorkflowCommand(line);
    if (command === undefined || !obey(command)) output.print(line);
  }

  function obey(command: WorkflowCommand): boolean {
    if (resumeToken !== undefined) {
      if (command.name === resumeToken.toLowerCase()) resumeToken = undefined;
      return false;
    }
    const { name } = command;
    if (name === 'error' || name === 'warning' || name === 'notice') return annotate(name, command);
    if (name === 'group' || name === 'endgroup') return show(`##[${name}]${command.message}`);
    if (name === 'add-mask') return hide(command.message);
    if (name === 'stop-commands') return stop(command.message);
    if (name === 'set-output' || name === 'save-state') return setValue(command);
    if (name === 'set-env' || name === 'add-path') return refuse(name);
    // Debug lines are shown only in runs that were started with debugging, which this runner does not offer.
    return name === 'debug' || name === 'echo' || name === 'add-matcher' || name === 'remove-matcher';
  }

  function annotate(level: Annotation['level'], { properties, message }: WorkflowCommand): boolean {
    annotations[level] += 1;
    if (annotations[level] <= MAX_ANNOTATIONS) output.annotate(annotationOf(level, properties, message));
    return show(`##[${level}]${message}`);
  }

  function show(line: string): true {
    for (const part of line.split('\n')) output.print(part);
    return true;
  }

  function hide(value: string): boolean {
    if (value.trim() === '')
      return show("##[warning]Can't add a secret mask for an empty string in ##[add-mask].");
    masks.add(value);
    return true;
  }

  function stop(token: string): boolean {
    // As on GitHub: a token that is a command's name would make that command resume everything.
    if (token.trim() === '' || COMMON_TOKENS.includes(token.toLowerCase())) {
      return annotate('error', {
        name: 'error',
        properties: {},
        message: `Invalid stop-commands token '${token}'`,
      });
    }
    resumeToken = token;
    return true;
  }

  function setValue({ name, properties, message }: WorkflowCommand): boolean {
    const key = properties['name'];
    if (key === undefined) return refuse(`${name} without a name`);
    (name === 'set-output' ? step.outputs : step.state).set(key, message);
    return show(`##[warning]The \`${name}\` command is deprecated. Please use environment files instead.`);
  }

  function refuse(what: string): boolean {
    return annotate('error', { name: 'error', properties: {}, message: `The command ${what} is disabled` });
  }

  return read;
}

/** Per level and step, as on GitHub. */
const MAX_ANNOTATIONS = 10;

const COMMON_TOKENS = [
  'error',
  'warning',
  'notice',
  'debug',
  'group',
  'endgroup',
  'add-mask',
  'stop-commands',
  'set-output',
  'save-state',
  'set-env',
  'add-path',
  'echo',
  'pause-logging',
];

function annotationOf(
  level: Annotation['level'],
  properties: WorkflowCommand['properties'],
  message: string,
): Annotation {
  const { title, file, line } = properties;
  const number = Number(line);
  return {
    level,
    message,
    ...(title === undefined ? {} : { title }),
    ...(file === undefined ? {} : { path: file }),
    ...(Number.isInteger(number) && number > 0 ? { line: number } : {}),
  };
}
