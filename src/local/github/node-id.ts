/**
 * GraphQL's global ids: a prefix for the kind and the number, in base64 as on GitHub, so that nobody is
 * tempted to build one by hand.
 */
export type NodeKind =
  | 'R'
  | 'PR'
  | 'LA'
  | 'U'
  | 'REF'
  | 'C'
  | 'T'
  | 'B'
  | 'SC'
  | 'IC'
  | 'A'
  | 'WFR'
  | 'CR'
  | 'I'
  | 'REA'
  | 'CS'
  | 'W';

export function formatNodeId(kind: NodeKind, id: number | string): string {
  return `${kind}_${Buffer.from(String(id)).toString('base64url')}`;
}

/** The number or text in an id of this kind; null where the id is of another kind. */
export function parseNodeId(kind: NodeKind, nodeId: string): string | null {
  const prefix = `${kind}_`;
  return nodeId.startsWith(prefix) ? Buffer.from(nodeId.slice(prefix.length), 'base64url').toString() : null;
}
