import { isObject, type Member } from './member.ts';
import { meanings, type Names } from './names.ts';

/**
 * Does a member that means nothing here ask for the patch to be applied in another folder, in reverse, or with other names
 * than it has? Passed over, something else would be done than was asked.
 */
export function asksForOtherwise(member: Member): boolean {
  return settingsOf(member).some(([name, value]) => {
    switch (wishIn(name)) {
      case 'folder':
        return typeof value === 'string' && !/^(?:\.?\/?)$/.test(value.trim());
      case 'reverse':
        return value === true || /^(?:true|yes|on|1)$/i.test(String(value));
      case 'strip':
        return /^\d+$/.test(String(value)) && !/^0*[01]$/.test(String(value));
      default:
        return false;
    }
  });
}

/** Itself, or what stands in it where it is an object of settings. */
function settingsOf({ name, value }: Member): readonly (readonly [string, unknown])[] {
  if (!isObject(value)) return [[name, value]];
  return settingsIn(name) === undefined ? [] : Object.entries(value).filter(([, sent]) => !isObject(sent));
}

const settingsIn = meanings({
  settings: ['options', 'option', 'settings', 'config', 'flags', 'params', 'parameters', 'meta', 'metadata'],
});

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
    'base dir',
    'base directory',
    'chdir',
  ],
  reverse: ['reverse', 'reversed'],
  strip: ['strip', 'strip level', 'strip components'],
} as const satisfies Names<string>);
