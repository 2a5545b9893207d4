/** What a bot does while it receives: begun once, ended by its signal; `stop` waits for the end. */
export const createReceiver = (
  run: (signal: AbortSignal) => Promise<void>,
  crashed: (error: unknown) => void,
) => {
  let running: { readonly controller: AbortController; readonly done: Promise<void> } | null = null;
  return {
    start: (): void => {
      if (running !== null) return;
      const controller = new AbortController();
      running = { controller, done: run(controller.signal).catch(crashed) };
    },
    stop: async (): Promise<void> => {
      const was = running;
      running = null;
      was?.controller.abort();
      await was?.done;
    },
  };
};
