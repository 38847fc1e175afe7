import { colors } from '../colors.ts';
import type { DrillLine, Fact } from './line.ts';
import type { Step } from './steps.ts';

/**
 * Shows the drill as it goes on, on standard error: on a terminal the step under way has a line of its own that says
 * what is still waited for, elsewhere each step is said once, when it is over.
 */
export function createDrillProgress(options: { readonly quiet: boolean }): {
  say(sentence: string): void;
  begin(step: Step): void;
  saw(facts: readonly Fact[]): void;
  end(step: Step, line: DrillLine): void;
  /** Draws nothing from now on. */
  leave(): void;
} {
  const { quiet } = options;
  const out = process.stderr;
  const paint = colors(out);
  const live = !quiet && out.isTTY;
  let drawing: NodeJS.Timeout | undefined;
  let waitingFor = '';

  function draw(step: Step, since: number): void {
    const now = performance.now();
    const spinner = FRAMES[Math.floor(now / FRAME_MS) % FRAMES.length] ?? '';
    const seconds = `${((now - since) / 1000).toFixed(1)} s`;
    const text = `${spinner} ${nameOf(step)} ${seconds.padStart(SECONDS_WIDTH)}  ${waitingFor}`;
    out.write(`${CLEAR_LINE}  ${text.slice(0, Math.max(0, out.columns - MARGIN))}`);
  }

  return {
    say(sentence) {
      if (!quiet) {
        out.write(`${sentence}\n`);
      }
    },
    begin(step) {
      if (live) {
        const since = performance.now();
        waitingFor = step.asked;
        drawing = setInterval(draw, FRAME_MS, step, since);
      }
    },
    saw(facts) {
      const missing = facts.find(({ wanted }) => !wanted);
      waitingFor = missing === undefined ? waitingFor : `${missing.thing}: ${missing.state} …`;
    },
    leave() {
      clearInterval(drawing);
    },
    end(step, line) {
      clearInterval(drawing);
      if (quiet) {
        return;
      }
      const mark = line.confirmed ? paint.green('✔') : paint.red('✘');
      const seconds = `${line.seconds.toFixed(1)} s`.padStart(SECONDS_WIDTH);
      const said = `${step.by}: ${step.asked}`;
      out.write(
        `${live ? CLEAR_LINE : ''}  ${mark} ${paint.bold(nameOf(step))} ${paint.dim(seconds)}  ${said}\n`,
      );
      for (const [thing, state] of Object.entries(line.observed)) {
        out.write(`${INDENT}${paint.dim(thing)}  ${line.confirmed ? state : paint.red(state)}\n`);
      }
    },
  };
}

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 80;

/** Back to the beginning of the line, and everything behind it away. */
const CLEAR_LINE = '\r\u001B[2K';

/** A line that wraps can't be drawn over. */
const MARGIN = 4;

const VERB_WIDTH = 9;
const SURFACE_WIDTH = 8;
const SECONDS_WIDTH = 6;
const INDENT = ' '.repeat(VERB_WIDTH + SURFACE_WIDTH + SECONDS_WIDTH + 8);

function nameOf({ verb, surface }: Step): string {
  return `${verb.padEnd(VERB_WIDTH)} ${surface.padEnd(SURFACE_WIDTH)}`;
}
