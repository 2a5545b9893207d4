import { type Clock, systemClock } from "../../api/shared/clock.ts";

export type DemonstrationClock = Clock & {
  /** Forward only: an earlier instant changes nothing. */
  readonly moveTo: (instant: Date) => void;
};

/** Runs at the world's pace, so that no two messages stand at one instant, and jumps when it is told to. */
export const demonstrationClock = (start: Date, world: Clock = systemClock): DemonstrationClock => {
  let present = start.getTime();
  let seen = world.now().getTime();
  const now = (): Date => {
    const at = world.now().getTime();
    present += Math.max(0, at - seen);
    seen = at;
    return new Date(present);
  };
  return {
    now,
    moveTo: (instant) => {
      present = Math.max(now().getTime(), instant.getTime());
    },
  };
};
