/** What a named command may be called: one word, so that no text for a shell passes for a name. */
export const COMMAND_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;
