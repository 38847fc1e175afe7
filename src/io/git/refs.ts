import type { Oid } from '../../stages/ports.ts';
import type { RefPositions, ResolvedMove } from '../ref-moves.ts';

/** The refs that a repository works on, and the objects behind them: those of a local clone, or of a remote. */
export type Refs = {
  /** Where the wanted refs stand, and always the default branch. Names that no ref can have just don't exist. */
  look(request: {
    readonly refs: readonly string[];
    readonly anyUnder?: string | undefined;
  }): Promise<RefsView>;
  /** Brings these commits and their trees into reach; answers with those that exist. */
  fetchCommits(oids: readonly (Oid | null)[]): Promise<readonly Oid[]>;
  /** Brings these blobs into reach. */
  fetchBlobs(oids: readonly Oid[]): Promise<void>;
  /**
   * Moves all or none, comparing every `before` first; throws when that was refused, for whatever reason.
   * `parents` are those of the commits just made, by their oid.
   */
  move(moves: readonly ResolvedMove[], parents: ReadonlyMap<Oid, readonly Oid[]>): Promise<void>;
};

export type RefsView = {
  readonly defaultBranch: string;
  /** The wanted refs and the default branch; those that don't exist are absent. */
  readonly positions: RefPositions;
  readonly anyUnder: boolean;
};
