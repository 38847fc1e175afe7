import { isLineOfWords, isWordsFor } from '../formats/bare-words.ts';
import { beginsAsEdit, isEditFor } from '../formats/edit-for-file.ts';
import { KIND_WORDS, meanings } from './names.ts';

/** What a text under the path of a file is: its content, an edit of it, words about it, or an edit in the place of content. */
export type UnderPath = 'content' | 'edit' | 'words' | 'edit for content';

/** `list` is the name of what holds both: `files` holds what they are, and every other name what changes in them. */
export function underPath(list: string, path: string, text: string): UnderPath {
  if (filesIn(list) !== undefined) return isEditFor(text, path) ? 'edit for content' : 'content';
  if (beginsAsEdit(text)) return 'edit';
  return isTold(text, path) ? 'words' : 'content';
}

const filesIn = meanings({ files: ['files'] });
const kindIn = meanings(KIND_WORDS);

/** `delete`, "rename two to TWO". A file ends with a line break, or has no words alone. */
function isTold(text: string, path: string): boolean {
  if (kindIn(text.trim()) !== undefined || isWordsFor(text, path)) return true;
  return !text.includes('\n') && /^\p{L}+[,:]? /u.test(text) && isLineOfWords(text);
}
