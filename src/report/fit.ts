/**
 * The items from the first on, rendered, that fit into `budget` characters with a line end each. Those that
 * do not fit are not rendered either, so that the cost follows the budget and not what somebody sent.
 */
export function fitLines<Item>(
  items: readonly Item[],
  render: (item: Item) => string,
  budget: number,
): readonly string[] {
  const lines: string[] = [];
  let left = budget;
  for (const item of items) {
    const line = render(item);
    left -= line.length + 1;
    if (left < 0) {
      return lines;
    }
    lines.push(line);
  }
  return lines;
}
