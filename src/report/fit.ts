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

/**
 * All items, each rendered with as many characters of its own as leave room for all others in `budget`, from `least` to
 * `most`: no long one is in the way of what comes after it. Where not even the least do for all, those from the first on.
 */
export function fitAll<Item>(
  items: readonly Item[],
  render: (item: Item, limit: number) => string,
  { budget, least, most }: { readonly budget: number; readonly least: number; readonly most: number },
): readonly string[] {
  const within = (limit: number) => fitLines(items, (item) => render(item, limit), budget);
  let fitting = within(least);
  let [low, high] = [least, fitting.length < items.length ? least : most];
  while (low < high) {
    const limit = Math.ceil((low + high) / 2);
    const lines = within(limit);
    if (lines.length < items.length) high = limit - 1;
    else [low, fitting] = [limit, lines];
  }
  return fitting;
}
