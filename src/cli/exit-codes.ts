/** As in BSD's sysexits: the command was used incorrectly. */
export const USAGE_EXIT_CODE = 64;
