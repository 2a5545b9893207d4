/**
 * Wakes the delivery. `ring` is remembered until it is answered, so that what was queued while nobody listened is
 * found at the next look; `stir` only ends a wait.
 */
export const createBell = () => {
  let rung = false;
  let wake: () => void = () => undefined;
  return {
    ring: (): void => {
      rung = true;
      wake();
    },
    stir: (): void => wake(),
    rung: (): boolean => rung,
    /** Whether it was rung since the last answer. */
    answer: (): boolean => {
      const was = rung;
      rung = false;
      return was;
    },
    wait: (): Promise<void> =>
      new Promise((resolve) => {
        wake = resolve;
        if (rung) resolve();
      }),
  };
};
