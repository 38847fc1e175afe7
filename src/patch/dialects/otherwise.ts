import type { Member } from './member.ts';
import { meanings, type Names } from './names.ts';
import { saidIn } from './settings.ts';

/**
 * Does a member that means nothing here ask for the patch to be applied in another folder, in reverse, or with other names
 * than it has? Passed over, something else would be done than was asked.
 */
export function asksForOtherwise(member: Member): boolean {
  return saidIn(member).some(({ name, value }) => {
    switch (wishIn(name)) {
      case 'folder':
        return typeof value === 'string' && !/^(?:\.?\/?)$/.test(value.trim());
      case 'reverse':
        return value === true || /^(?:true|yes|on|1)$/i.test(String(value));
      case 'direction':
        return typeof value === 'string' && reverseIn(value.trim()) !== undefined;
      case 'strip':
        return /^\d+$/.test(String(value)) && !/^0*[01]$/.test(String(value));
      default:
        return false;
    }
  });
}

/** Also what a direction may be. */
const REVERSE = {
  reverse: [
    'reverse',
    'reversed',
    'reverse apply',
    'apply reverse',
    'apply in reverse',
    'in reverse',
    'inverse',
    'invert',
    'inverted',
    'backward',
    'backwards',
    'undo',
    'unapply',
    'revert',
    'R',
  ],
} as const satisfies Names<'reverse'>;

const reverseIn = meanings(REVERSE);

const wishIn = meanings({
  folder: [
    'cwd',
    'workdir',
    'work dir',
    'working dir',
    'working directory',
    'work tree',
    'directory',
    'dir',
    'root',
    'root dir',
    'root directory',
    'root path',
    'root folder',
    'base dir',
    'base directory',
    'base path',
    'base folder',
    'chdir',
    'cd',
    'folder',
    'sub dir',
    'subdirectory',
    'sub folder',
    'sub path',
    'work folder',
    'working folder',
    'working path',
    'path prefix',
    'directory prefix',
    'dir prefix',
    'target dir',
    'target directory',
    'target folder',
    'project root',
    'project dir',
    'project directory',
    'project path',
    'project folder',
    'workspace root',
    'workspace dir',
    'workspace directory',
    'workspace path',
    'workspace folder',
    'repo root',
    'repository root',
    'package root',
  ],
  direction: ['direction', 'apply direction', 'patch direction'],
  ...REVERSE,
  strip: ['strip', 'strip level', 'strip components', 'strip path', 'path strip', 'p', 'p level'],
} as const satisfies Names<string>);
