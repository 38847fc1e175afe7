import type { Refusal } from '../patch/refusal.ts';
import type { Outcome } from './outcome.ts';
import type { CiCheck, PatchRecord } from './record.ts';

/**
 * A record that fits into a commit message, for its outcome may quote much of a hostile patch, and so may its notes.
 * What goes first is what a reader misses least: facts for programs, from the last refusal up; then refusals
 * themselves, of which the number stays; then the output of the tests. Of a conflict the first places stay, and of notes
 * as many as a pull request shows.
 */
export function fitRecord(whole: PatchRecord): PatchRecord {
  const record = fitPlan(fitReading(fitTurnedAway(fitTests(fitChecks(whole)))));
  const { outcome } = record;
  if (outcome === undefined || lengthOf(record) <= MAX_RECORD_CHARACTERS) {
    return record;
  }
  const shorter = shortenings(outcome);
  const fitting = shorter.find((one) => lengthOf({ ...record, outcome: one }) <= MAX_RECORD_CHARACTERS);
  return { ...record, outcome: fitting ?? shorter.at(-1) ?? outcome };
}

/** The kind and the first reasons, in a few lines of so many characters. */
export function briefOutcome(outcome: Outcome, characters = LINE): Outcome {
  switch (outcome.kind) {
    case 'refused': {
      const { refusals } = outcome;
      const first = refusals.slice(0, BRIEF).map((refusal) => cutShort(refusal, characters));
      return { ...outcome, refusals: [...first, ...countOf(refusals.length - BRIEF)] };
    }
    case 'conflict': {
      const { clashes: _, paths, ...rest } = outcome;
      return { ...rest, paths: paths.slice(0, BRIEF).map((path) => cut(path, characters)) };
    }
    case 'halted':
    case 'crashed':
      return { ...outcome, reason: cut(outcome.reason, characters) };
    default:
      return outcome;
  }
}

const BRIEF = 3;
const LINE = 200;

/** The end of the output is shown by the run's own log too. */
function fitTests(record: PatchRecord): PatchRecord {
  const { tests } = record;
  return tests === undefined || lengthOf(record) <= MAX_RECORD_CHARACTERS
    ? record
    : { ...record, tests: { ...tests, tail: '' } };
}

/** None goes, because they are counted; whoever sent the newest one may not have been told why yet. */
function fitTurnedAway(record: PatchRecord): PatchRecord {
  const { turnedAway } = record;
  if (turnedAway === undefined || lengthOf(record) <= MAX_RECORD_CHARACTERS) {
    return record;
  }
  const older = turnedAway.slice(0, -1).map((one) => {
    return { ...one, title: cut(one.title, 0), outcome: briefOutcome(one.outcome, 0) };
  });
  return { ...record, turnedAway: [...older, ...turnedAway.slice(-1)] };
}

/** The plan of an attempt that came so far says the same. */
function fitReading(record: PatchRecord): PatchRecord {
  const { reading } = record;
  if (reading === undefined || lengthOf(record) <= MAX_RECORD_CHARACTERS) {
    return record;
  }
  const { repairs, notDone } = reading;
  return {
    ...record,
    reading: { repairs: fitSentences(repairs, MAX_OTHERS), notDone: fitSentences(notDone, MAX_OTHERS) },
  };
}

/** All files stay: their names are few enough, and control and publishing need them. */
function fitPlan(record: PatchRecord): PatchRecord {
  const { plan } = record;
  if (plan === undefined || lengthOf(record) <= MAX_RECORD_CHARACTERS) {
    return record;
  }
  const { notes, notDone, reviews } = plan;
  return {
    ...record,
    plan: {
      ...plan,
      notes: fitSentences(notes, MAX_NOTES),
      ...(notDone === undefined ? {} : { notDone: fitSentences(notDone, MAX_OTHERS) }),
      ...(reviews === undefined ? {} : { reviews: fitSentences(reviews, MAX_OTHERS) }),
    },
  };
}

/** Characters of all notes in JSON, and of what was not done, or asks for a review: what a pull request shows at most. */
const MAX_NOTES = 8000;
const MAX_OTHERS = 4000;

/** Cut short, and of those for which there is no room how many they are; what was cut before stays as it is. */
function fitSentences(sentences: readonly string[], characters: number): readonly string[] {
  const short = sentences.map((sentence) => cut(sentence));
  const kept = within(short, characters);
  if (kept.length === short.length) {
    return kept;
  }
  const first = within(short, characters - ROOM_FOR_COUNT);
  const more = short.length - first.length;
  return [...first, `And ${more} more, too many to keep; the run's summary has more of them.`];
}

/** More than the sentence takes that counts the others. */
const ROOM_FOR_COUNT = 100;

function within(sentences: readonly string[], characters: number): readonly string[] {
  let sum = 0;
  const end = sentences.findIndex((sentence) => (sum += JSON.stringify(sentence).length) > characters);
  return end === -1 ? sentences : sentences.slice(0, end);
}

/** Names of checks come from anybody's workflows. */
function fitChecks(record: PatchRecord): PatchRecord {
  return record.ci === undefined
    ? record
    : { ...record, ci: { ...record.ci, checks: record.ci.checks.slice(0, MAX_CHECKS).map(shortCheck) } };
}

const MAX_CHECKS = 20;

function shortCheck({ name, state, url }: CiCheck): CiCheck {
  return { name: cut(name), state, url: url !== null && url.length > SHORT ? null : url };
}

/** GitHub names no limit for a commit message; this is what its other texts take. */
const MAX_RECORD_CHARACTERS = 60_000;

/** Refusals that are kept when their data is not what makes them long. */
const FEW = 10;

function shortenings(outcome: Outcome): readonly Outcome[] {
  if (outcome.kind === 'refused') {
    const { refusals } = outcome;
    return [
      ...[20, 10, 3, 1, 0].map((kept) => ({
        ...outcome,
        refusals: refusals.map((refusal, index) => (index < kept ? refusal : withoutData(refusal))),
      })),
      {
        ...outcome,
        refusals: [...refusals.slice(0, FEW).map(withoutData), ...countOf(refusals.length - FEW)],
      },
      {
        ...outcome,
        refusals: [
          ...refusals.slice(0, FEW).map((refusal) => cutShort(refusal)),
          ...countOf(refusals.length - FEW),
        ],
      },
    ];
  }
  if (outcome.kind === 'conflict') {
    const { clashes = [], paths } = outcome;
    const few = { ...outcome, clashes: [], paths: paths.slice(0, FEW).map((path) => cut(path)) };
    return [...[10, 3, 1, 0].map((kept) => ({ ...outcome, clashes: clashes.slice(0, kept) })), few];
  }
  if ('tests' in outcome && outcome.tests !== undefined) {
    return [{ ...outcome, tests: { ...outcome.tests, tail: '' } }];
  }
  return [];
}

function withoutData(refusal: Refusal): Refusal {
  const { data: _, ...rest } = refusal;
  return rest;
}

/** Paths and messages that are themselves what is too long. */
function cutShort({ code, message, path }: Refusal, most = SHORT): Refusal {
  return { code, message: cut(message, most), ...(path === undefined ? {} : { path: cut(path, most) }) };
}

const SHORT = 500;

/** Characters that are kept: `most`. */
export function cut(text: string, most = SHORT): string {
  return text.length > most ? `${text.slice(0, most).toWellFormed()}…` : text;
}

function countOf(more: number): readonly Refusal[] {
  return more > 0
    ? [
        {
          code: 'too_large',
          message: `And ${more} more reasons, too many to keep; the run's summary has them all.`,
        },
      ]
    : [];
}

function lengthOf(record: PatchRecord): number {
  return JSON.stringify(record).length;
}
