/**
 * Lets at most `width` pieces of work run at once, in order of arrival.
 * postgres.js slows down for good when more queries are under way than its pool has connections.
 */
export const gate = (width: number) => {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= width) await new Promise<void>((enter) => waiting.push(enter));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
};
