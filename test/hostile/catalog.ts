import type { PatchCase } from './case.ts';
import { DIFF_CASES } from './diffs.ts';
import { ID_CASES } from './ids.ts';
import { JOB_CASES } from './jobs.ts';
import { JSON_CASES } from './json.ts';
import { PATH_CASES } from './paths.ts';
import { PATTERN_CASES } from './patterns.ts';
import { REFERENCE_CASES } from './references.ts';
import { SIZE_CASES } from './sizes.ts';
import { TEXT_CASES } from './texts.ts';

/** Cases of one kind, and where they stand. */
export type Group<Case> = {
  readonly title: string;
  readonly file: string;
  /** The name of the list in that file. */
  readonly data: string;
  readonly cases: readonly Case[];
};

/** Deliveries, each with what must become of it. */
export const PATCH_GROUPS: readonly Group<PatchCase>[] = [
  { title: 'paths', file: 'test/hostile/paths.ts', data: 'PATH_CASES', cases: PATH_CASES },
  { title: 'diffs and other formats', file: 'test/hostile/diffs.ts', data: 'DIFF_CASES', cases: DIFF_CASES },
  { title: 'sizes', file: 'test/hostile/sizes.ts', data: 'SIZE_CASES', cases: SIZE_CASES },
  {
    title: 'regular expressions',
    file: 'test/hostile/patterns.ts',
    data: 'PATTERN_CASES',
    cases: PATTERN_CASES,
  },
  { title: 'JSON', file: 'test/hostile/json.ts', data: 'JSON_CASES', cases: JSON_CASES },
  {
    title: 'patches by reference',
    file: 'test/hostile/references.ts',
    data: 'REFERENCE_CASES',
    cases: REFERENCE_CASES,
  },
];

/** What is never refused, because it can be shown or named so that it does nothing; and test jobs, which are contained. */
export const HARMLESS_GROUPS: readonly Group<unknown>[] = [
  { title: 'ids', file: 'test/hostile/ids.ts', data: 'ID_CASES', cases: ID_CASES },
  { title: 'texts', file: 'test/hostile/texts.ts', data: 'TEXT_CASES', cases: TEXT_CASES },
  { title: 'test jobs', file: 'test/hostile/jobs.ts', data: 'JOB_CASES', cases: JOB_CASES },
];
