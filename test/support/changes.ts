/** `check` answers undefined as long as there is nothing to be had; a throw ends the wait. */
type Check<T> = () => T | undefined;

/**
 * The one way of waiting here: a condition is asked again whenever the world has changed.
 * Nothing sleeps, and no waiter can miss what happened before it came.
 */
export const createChanges = () => {
  const listeners = new Set<() => void>();
  let closed = false;
  /** Null when the time is up. */
  const wait = <T>(check: Check<T>, timeoutMs: number): Promise<T | null> =>
    new Promise((resolve, reject) => {
      const finish = (settle: () => void): void => {
        listeners.delete(attempt);
        clearTimeout(timer);
        settle();
      };
      const attempt = (): void => {
        // Served within an announcement that an outer one still goes through: looking again would take twice.
        if (!listeners.has(attempt)) return;
        try {
          const found = check();
          if (found !== undefined) finish(() => resolve(found));
          else if (closed) finish(() => reject(new Error("the server was closed while waiting")));
        } catch (error) {
          finish(() => reject(error));
        }
      };
      const timer = setTimeout(() => finish(() => resolve(null)), timeoutMs);
      listeners.add(attempt);
      attempt();
    });
  return {
    wait,
    until: async <T>(what: string, check: Check<T>, timeoutMs: number): Promise<T> => {
      const found = await wait(check, timeoutMs);
      if (found === null) throw new Error(`waited ${timeoutMs} ms in vain for ${what}`);
      return found;
    },
    announce: (): void => {
      for (const listener of [...listeners]) listener();
    },
    onChange: (listener: () => void): void => void listeners.add(listener),
    close: (): void => {
      closed = true;
      for (const listener of [...listeners]) listener();
    },
    isClosed: (): boolean => closed,
  };
};
