/** Where the present comes from. Rules never see it: they are handed the instant. */
export type Clock = { readonly now: () => Date };

export const systemClock: Clock = { now: () => new Date() };

/** Runs at the world's pace from `start` on. */
export const clockFrom = (start: Date, world: Clock = systemClock): Clock => {
  const begun = world.now().getTime();
  return { now: () => new Date(start.getTime() + world.now().getTime() - begun) };
};

/** Stands still until it is set (the demonstration, tests). */
export const settableClock = (start: Date): Clock & { set: (instant: Date) => void } => {
  let present = start;
  return {
    now: () => present,
    set: (instant) => {
      present = instant;
    },
  };
};
