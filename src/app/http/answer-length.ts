/** What one answer may still say. What was put into it first has the most room. */
export type AnswerRoom = {
  /** Is there room for all of them? */
  holds(items: readonly unknown[]): boolean;
  /** The first items for which there is room, at most so many; the others count as left out. */
  fit<Item>(name: string, items: readonly Item[], most?: number): readonly Item[];
  /** As a member of the answer: how many items of which list are left out, if any are. */
  leftOut(): { readonly leftOut?: { readonly [name: string]: number } };
};

/** `rest` is all that the answer says besides its lists, and is short. */
export function createAnswerRoom(rest: object): AnswerRoom {
  const leftOut: { [name: string]: number } = {};
  let left = MAX_ANSWER_CHARACTERS - lengthOf(rest);
  return {
    holds: (items) => items.reduce<number>((sum, item) => sum + lengthOf(item), 0) <= left,
    fit: (name, items, most = items.length) => {
      let count = 0;
      for (; count < Math.min(most, items.length); count += 1) {
        const length = lengthOf(items[count]);
        if (length > left) {
          break;
        }
        left -= length;
      }
      if (count < items.length) {
        leftOut[name] = (leftOut[name] ?? 0) + items.length - count;
      }
      return items.slice(0, count);
    },
    leftOut: () => (Object.keys(leftOut).length === 0 ? {} : { leftOut }),
  };
}

/** GPT Actions take 100,000; what is in no list may be said once more in the words of a problem. */
const MAX_ANSWER_CHARACTERS = 90_000;

/** With the comma behind it. */
function lengthOf(value: unknown): number {
  return JSON.stringify(value).length + 1;
}
