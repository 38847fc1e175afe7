/** What a config is read from: the text of the repository's own file, null where it has none, or that and its organisation's. */
export type ConfigSource = string | null | LayeredSource;

export type LayeredSource = {
  /** null: the repository has no file of its own. */
  readonly own: string | null;
  readonly organisation: OrganisationFile;
};

export type OrganisationFile = {
  /** The repository that it is in, such as `acme/.github`. */
  readonly repository: string;
  /** null: what is there is no regular file, so that nobody knows what it says. */
  readonly text: string | null;
};

/** The repository of an owner in which what is true of all others is written down. */
export const ORGANISATION_REPOSITORY = '.github';
