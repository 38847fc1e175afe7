/**
 * What a glob stands for without its braces, of which none lies in another: one glob for each choice of alternatives,
 * and for `a` that is `a`. null: written out, they have more than `most` characters together.
 */
export function expandBraces(glob: string, most: number): readonly string[] | null {
  const [text = '', ...groups] = glob.split('{');
  let expanded = [text];
  for (const group of groups) {
    const [alternatives = '', rest = ''] = group.split('}', 2);
    const ends = alternatives.split(',').map((alternative) => `${alternative}${rest}`);
    if (expanded.length * ends.length > most) return null;
    expanded = expanded.flatMap((begun) => ends.map((end) => `${begun}${end}`));
  }
  const characters = expanded.reduce((sum, { length }) => sum + length, 0);
  return characters > most ? null : expanded;
}
