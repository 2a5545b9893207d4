/** A statement need not carry more. */
const MOST_TOGETHER = 200;

type Waiting<Item, Answer> = {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Does together what is asked for in one turn of the event loop, and what is asked for while that is under way: ten
 * callers cost one transaction, a single one waits for nobody. `together` answers for each item in its place; when it
 * fails, all who asked hear of it.
 */
export const gather = <Item, Answer>(
  together: (items: readonly Item[]) => Promise<readonly Answer[]>,
): ((item: Item) => Promise<Answer>) => {
  const waiting: Waiting<Item, Answer>[] = [];
  let running = false;

  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MOST_TOGETHER);
      try {
        const answers = await together(batch.map(({ item }) => item));
        // One answer for each, by the contract.
        for (const [place, { resolve }] of batch.entries()) resolve(answers[place] as Answer);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    running = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (running) return;
      running = true;
      setImmediate(() => void run());
    });
};
