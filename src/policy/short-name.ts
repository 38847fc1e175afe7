import { fileSystemName } from '../patch/file-system-name.ts';

/**
 * May Windows find the file `name` as `segment`, by the short name that it gives to whatever does not fit into eight
 * letters and three? It numbers them as it likes, so that any number may be the one.
 */
export function mayBeShortNameOf(segment: string, name: string): boolean {
  const [, stem, ending = ''] = SHORT.exec(fileSystemName(segment)) ?? [];
  return stem !== undefined && isShortened(stem, ending, fileSystemName(name));
}

/** Is it written as short names are? */
export function isShortName(segment: string): boolean {
  return SHORT.test(fileSystemName(segment));
}

const SHORT = /^([^.~]{1,6})~\d{1,6}(?:\.([^.]{1,3}))?$/;

function isShortened(stem: string, ending: string, name: string): boolean {
  const bare = name.replace(/^[. ]+/, '');
  const dot = bare.lastIndexOf('.');
  const [front, back] = dot === -1 ? [bare, ''] : [bare.slice(0, dot), bare.slice(dot + 1)];
  const fits = bare === name && FITTING.test(front) && back.length <= LONGEST_ENDING;
  const letters = front.replace(/[. ]/g, '').replace(/[+,;=[\]]/g, '_');
  const isHashed = HASHED.test(stem) && letters.startsWith(stem.slice(0, HASHED_STEM));
  return !fits && back.slice(0, LONGEST_ENDING) === ending && (letters.startsWith(stem) || isHashed);
}

/** A name before its ending that needs no other one. */
const FITTING = /^[^. +,;=[\]]{1,8}$/;
const LONGEST_ENDING = 3;

/** Where many names begin alike, two letters and a hash of the rest. */
const HASHED = /^.{2}[\da-f]{4}$/;
const HASHED_STEM = 2;
