/** Bytes of the canonical patch. Larger ones are not patches that a person can review. */
export const MAX_PATCH_BYTES = 1024 * 1024;

/** Bytes of a patch's JSON text as it arrives; white space and escapes may make it larger than its canonical form. */
export const MAX_PATCH_TEXT_BYTES = 4 * MAX_PATCH_BYTES;

/** Levels of nesting in a patch's JSON. Version 1 needs four; the rest is room for readable mistakes. */
export const MAX_NESTING = 32;

/** Values in a patch's JSON text. The largest patch has a fifth of it; each may take fifty times its text in memory. */
export const MAX_JSON_VALUES = 50_000;

/** Entries of `changes`. */
export const MAX_CHANGES = 1000;

/** Named commands that one patch may ask for. */
export const MAX_COMMANDS = 10;

/** Files that one patch may touch; both ends of a move count. */
export const MAX_FILES = 100;

/** Folders that the files of one patch lie in: each is looked up like a file. */
export const MAX_FOLDERS = 400;

/** Bytes of the paths of all files of one patch: its record names each of them, and has to fit into a commit message. */
export const MAX_PATHS_BYTES = 16_000;

/** Hunks in all diffs and blocks of one patch. */
export const MAX_HUNKS = 5000;

/** Lines of one text in a patch format; a text of the largest size with more has lines of less than ten characters. */
export const MAX_LINES = 100_000;

/** Bytes of one file, before or after. Beyond this, GitHub's own views stop showing content. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

/** Bytes of all files together that are read for one patch: a server holds them for several patches at once. */
export const MAX_READ_BYTES = 32 * 1024 * 1024;

/** Bytes by which one patch may make all files together larger: a few words could fill the memory otherwise. */
export const MAX_GROWN_BYTES = 6 * 1024 * 1024;

/** Bytes of a path in UTF-8; longer ones can't be checked out on common file systems. */
export const MAX_PATH_BYTES = 1024;

/** Bytes of the name of a file or folder in UTF-8; no common file system takes a longer one. */
export const MAX_NAME_BYTES = 255;

/** Characters of an id as it is sent; its slug is shorter. */
export const MAX_ID_CHARACTERS = 200;

/** Characters of the ref-safe slug of an id: it stands in branch names, run names and file names. */
export const MAX_SLUG_CHARACTERS = 80;

/** Characters of a title: GitHub takes 256 for a pull request's title, and we may put a word before it. */
export const MAX_TITLE_CHARACTERS = 200;

/** Characters of a description: a pull request's body takes 65,536, and has more to say than this. */
export const MAX_DESCRIPTION_CHARACTERS = 20_000;

/** Labels of one patch. */
export const MAX_LABELS = 20;

/** Characters of a label: GitHub's own limit. */
export const MAX_LABEL_CHARACTERS = 50;

/** Reviewers of one patch: GitHub's own limit for one pull request. */
export const MAX_REVIEWERS = 15;

/** Characters of a name on GitHub: a branch, a login, a team. */
export const MAX_NAME_CHARACTERS = 244;

/** Characters of a URL. */
export const MAX_URL_CHARACTERS = 2000;

/** Characters of a regular expression. */
export const MAX_PATTERN_CHARACTERS = 1000;

/** Instructions of a compiled regular expression: time is this times the length of the file. */
export const MAX_PATTERN_PROGRAM = 3000;

/** Wrappers around a patch, such as `patch` in `patch`, and JSON texts inside JSON texts. */
export const MAX_WRAPPERS = 4;

/** Requests beside the changes that are listed as not done; beyond that, one entry says how many more there are. */
export const MAX_NOT_DONE = 20;

/** Problems that are listed for one patch; beyond that, one entry says how many more there are. */
export const MAX_REFUSALS = 100;
