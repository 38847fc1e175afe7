import { isLineOfWords, isWordsFor } from '../formats/bare-words.ts';
import { beginsAsEdit, isEditAtOnce, isEditFor, namesFile, showsEdits } from '../formats/edit-for-file.ts';
import { KIND_WORDS, meanings } from './names.ts';

/** What a text under the path of a file is: its content, an edit of it, words about it, or an edit in the place of content. */
export type UnderPath = 'content' | 'edit' | 'words' | 'edit for content';

/** `list` is the name of what holds both: `files` holds what they are, and every other name what changes in them. */
export function underPath(list: string, path: string, text: string): UnderPath {
  if (filesIn(list) !== undefined) return isEditFor(text, path) ? 'edit for content' : 'content';
  if (beginsAsEdit(text)) return 'edit';
  return isTold(text, path) ? 'words' : 'content';
}

/** What an entry says of its content: that it edits the file, that it is the whole of it, or nothing. */
export type SaidOfContent = 'edit' | 'whole' | 'nothing';

/** What stands as the content of a file: that, an edit of it, an edit in its place, one of the two, or words about it. */
export type UnderContent = UnderPath | 'unclear';

/** `list` is the name of what holds the entry. Whoever says `write` means what the file is to hold, whatever that is. */
export function underContent(
  { said, list }: { readonly said: SaidOfContent | 'write'; readonly list: unknown },
  path: string,
  text: string,
): UnderContent {
  if (said === 'write') return 'content';
  const isInFiles = typeof list === 'string' && filesIn(list) !== undefined;
  if (!beginsAsEdit(text)) return !isInFiles && isWordsFor(text, path) ? 'words' : 'content';
  if (said === 'whole' || (said === 'nothing' && isInFiles))
    return showsEdits(path) ? 'content' : 'edit for content';
  if (!showsEdits(path) || namesFile(text, path)) return 'edit';
  if (IS_PATCH.test(path)) return 'content';
  if (isEditAtOnce(text) && !IS_FIXTURE.test(path)) return 'edit';
  return said === 'edit' ? 'unclear' : 'content';
}

const IS_PATCH = /\.(?:diff|patch|rej)$/i;

/** What tests read may be nothing but an edit. */
const IS_FIXTURE = /\.snap$|(?:^|\/)(?:__)?(?:fixtures?|snapshots?|testdata)(?:__)?\//i;

const filesIn = meanings({ files: ['files'] });
const kindIn = meanings(KIND_WORDS);

/** `delete`, "rename two to TWO". A file ends with a line break, or has no words alone. */
function isTold(text: string, path: string): boolean {
  if (kindIn(text.trim()) !== undefined || isWordsFor(text, path)) return true;
  return !text.includes('\n') && /^\p{L}+[,:]? /u.test(text) && isLineOfWords(text);
}
