/** What git's trees and commits hold. */

export type TreeMode = '100644' | '100755' | '120000' | '040000' | '160000';

export type Entry = { readonly name: string; readonly mode: TreeMode; readonly oid: string };

export type Person = { readonly name: string; readonly email: string; readonly date: Date };

export type Commit = {
  readonly oid: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Person;
  readonly committer: Person;
  readonly message: string;
};
