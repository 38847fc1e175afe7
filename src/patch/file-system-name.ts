/**
 * The name under which a file system may find what git stores as `segment`, lower case and in NFC. Windows
 * drops streams and trailing dots and spaces, HFS+ leaves some code points out when it compares, and both
 * ignore case. Different names may stand for one file exactly where this gives one text.
 */
export function fileSystemName(segment: string): string {
  const name = segment
    .replace(HFS_IGNORED, '')
    .replace(/(?<=.):.*$/su, '')
    .replace(/(?<![. ])[. ]+$/u, '');
  return foldCase(name);
}

/** The code points that git's own check for HFS+ leaves out. */
const HFS_IGNORED = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

/** Upper case first: letters such as ſ have no other lower case, but an upper one that they share. */
function foldCase(name: string): string {
  return name.toUpperCase().toLowerCase().normalize('NFC');
}
