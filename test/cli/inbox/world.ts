import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Door, WholePatch } from '../../../src/cli/inbox/door.ts';
import { type Folder, openFolder } from '../../../src/cli/inbox/folder.ts';
import type { Clock, Tally, WatchEvent, WatchPlan } from '../../../src/cli/inbox/parts.ts';
import type { Sighting } from '../../../src/cli/inbox/patch-step.ts';
import type { Report, ReportedOutcome } from '../../../src/cli/inbox/report.ts';
import { watchFolder } from '../../../src/cli/inbox/watcher.ts';

/** A real folder, watched in a time of its own. */
export type Inbox = {
  readonly directory: string;
  /** Has the command line keep its lock in a folder that goes with this one. */
  readonly environment: { readonly XDG_STATE_HOME: string };
  readonly events: WatchEvent[];
  drop(name: string, text: string): void;
  /** What lies under `.completed/`, `.failed/`, `.working/` or, with '', in the folder; without what git ignores. */
  names(under: string): readonly string[];
  result(path: string): { readonly [name: string]: unknown };
  /** A watch with `once`, unless the plan says otherwise. */
  watch(door: Door, more?: More): Promise<Tally>;
  remove(): void;
};

type More = {
  readonly plan?: Partial<WatchPlan>;
  readonly signal?: AbortSignal;
  /** Told of everything, besides `events`. */
  readonly tell?: (event: WatchEvent) => void;
  /** What stands between the watcher and the folder. */
  readonly through?: (folder: Folder) => Folder;
};

/** `clock`: one in which nobody waits, where absent. */
export function createInbox(clock: Clock = createClock()): Inbox {
  const directory = mkdtempSync(join(tmpdir(), 'inbox-'));
  const state = mkdtempSync(join(tmpdir(), 'state-'));
  const events: WatchEvent[] = [];
  return {
    directory,
    environment: { XDG_STATE_HOME: state },
    events,
    drop: (name, text) => writeFileSync(join(directory, name), text),
    names: (under) =>
      existsSync(join(directory, under))
        ? readdirSync(join(directory, under), { withFileTypes: true })
            .filter((entry) => !entry.isDirectory() && entry.name !== '.gitignore')
            .map(({ name }) => name)
            .toSorted()
        : [],
    result: (path) => JSON.parse(readFileSync(join(directory, `${path}.result.json`), 'utf8')),
    async watch(door, { plan = {}, signal = new AbortController().signal, tell = () => {}, through } = {}) {
      const folder = await openFolder(directory, join(state, 'ghost-runner'));
      try {
        return await watchFolder(
          {
            folder: through?.(folder) ?? folder,
            door,
            clock,
            signal,
            tell: (event) => {
              events.push(event);
              tell(event);
            },
          },
          { ...PLAN, ...plan },
        );
      } finally {
        folder.close();
      }
    },
    remove() {
      for (const made of [directory, state]) {
        rmSync(made, { recursive: true, force: true });
      }
    },
  };
}

export const PLAN: WatchPlan = {
  once: true,
  patience: { settle: 2_000, whole: 30_000 },
  limits: { poll: 1_000, arrival: 600_000, end: 3_600_000, tries: 3 },
  lookMs: 1_000,
};

/** Nobody waits in it: time goes on by what is asked for. */
function createClock(): Clock {
  let now = 0;
  return {
    now: () => now,
    time: () => new Date(Date.UTC(2026, 0, 1) + now).toISOString(),
    async wait(milliseconds, signal) {
      await turn();
      signal.throwIfAborted();
      now += milliseconds;
    },
  };
}

/** A far end that keeps what it took, as GitHub and the server do: sent twice, a patch is worked on once. */
export type FarEnd = Door & {
  /** Ids in the order in which they were sent, and of those that had an effect. */
  readonly sent: string[];
  readonly effects: string[];
  /** What becomes of the patch with this id; `opened` for all others. */
  readonly outcomes: Map<string, ReportedOutcome>;
  readonly known: Map<string, { digest: string; looks: number }>;
};

/** `looks`: so many times a patch is seen under way before it is at its end. */
export function createFarEnd(looks = 2): FarEnd {
  const outcomes = new Map<string, ReportedOutcome>();
  const known: FarEnd['known'] = new Map();
  const sent: string[] = [];
  const effects: string[] = [];
  return {
    name: 'the far end',
    atOnce: 4,
    pollMs: 1_000,
    sent,
    effects,
    outcomes,
    known,
    async check() {},
    async look({ id, digest }, receipt): Promise<Sighting> {
      const one = known.get(id);
      if (one === undefined) {
        return { kind: 'nothing' };
      }
      if (one.digest !== digest) {
        return { kind: 'other', look: id };
      }
      one.looks += 1;
      const outcome = outcomes.get(id) ?? 'opened';
      return one.looks <= looks
        ? { kind: 'under_way', held: false, words: 'its tests run', look: id }
        : { kind: 'ended', final: receipt !== null || outcome === 'opened', report: reportOf(outcome) };
    },
    async send({ id, digest }: WholePatch) {
      sent.push(id);
      if (known.get(id)?.digest !== digest) {
        known.set(id, { digest, looks: 0 });
        effects.push(id);
      }
      return { kind: 'sent', receipt: { before: null } };
    },
  };
}

export function reportOf(outcome: ReportedOutcome): Report {
  return {
    outcome,
    headline: outcome,
    detail: 'So it was.',
    tests: { verdict: outcome === 'opened' ? 'passed' : 'failed', failingLines: [] },
  };
}

/** The text of a patch with this id. */
export function patchText(id: string, find = 'two'): string {
  return JSON.stringify({ version: 1, id, changes: [{ kind: 'edit', path: 'a.txt', find, replace: 'TWO' }] });
}
