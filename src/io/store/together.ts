/**
 * Makes work that is done for many items at once available to each: what is asked for while a batch is worked on
 * becomes the next one. A batch that fails, fails for all of its items.
 */
export function together<Item, Answer>(
  work: (items: readonly Item[]) => Promise<readonly Answer[]>,
  most: number,
): (item: Item) => Promise<Answer> {
  const waiting: { readonly item: Item; readonly settle: PromiseWithResolvers<Answer> }[] = [];
  let working = false;
  const workAll = async () => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, most);
      try {
        const answers = await work(batch.map(({ item }) => item));
        for (const [index, { settle }] of batch.entries()) {
          const answer = answers[index];
          if (answer === undefined) {
            throw new Error('a batch was answered in part');
          }
          settle.resolve(answer);
        }
      } catch (error) {
        batch.forEach(({ settle }) => settle.reject(error));
      }
    }
    working = false;
  };
  return (item) => {
    const settle = Promise.withResolvers<Answer>();
    waiting.push({ item, settle });
    if (!working) {
      working = true;
      // Whatever arrived in the same moment is part of the first batch.
      setImmediate(() => void workAll());
    }
    return settle.promise;
  };
}
