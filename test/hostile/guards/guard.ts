import { HARMLESS_GROUPS, PATCH_GROUPS } from '../catalog.ts';

/** A guard, how it is broken, and the test that notices. `npm run guards` breaks each one in a copy and sees the test fail. */
export type Guard = {
  /** What it keeps away. */
  readonly against: string;
  readonly file: string;
  /** Occurs in the file exactly once. */
  readonly from: string;
  readonly to: string;
  readonly caught: {
    /** As it is run by, with the titles around it. */
    readonly title: string;
    readonly file: string;
    /** What stands in which file of it, where that is not the same. */
    readonly words?: string;
    readonly source?: string;
  };
};

/** A case of the table, in a run of its own. */
export function inTable(group: string, name: string, rest?: string): Guard['caught'] {
  const { file } = [...PATCH_GROUPS, ...HARMLESS_GROUPS].find(({ title }) => title === group) ?? {
    file: HOSTILE,
  };
  const title = `${group} ${name}${rest === undefined ? '' : `, ${rest}`}`;
  return { title, file: HOSTILE, words: name, source: file };
}

const HOSTILE = 'test/hostile/hostile.test.ts';
