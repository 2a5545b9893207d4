import type { Log } from "./log.ts";
import { pause } from "./pause.ts";

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** 1 s, 2 s, 4 s … 30 s, each shortened by up to half: `jitter` is a number from 0 to 1. */
export const backOffMs = (failures: number, jitter: number): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 10), LONGEST_PAUSE_MS) * (1 - jitter / 2);

/** Rests that grow with every failure in a row; a trouble is said once, not once a try. */
export const createBackOff = (house: {
  readonly signal: AbortSignal;
  readonly log: Log;
  readonly jitter: () => number;
}) => {
  let failures = 0;
  return {
    /** `leastMs`: what the messenger itself asked for. */
    rest: async (event: string, fields: Readonly<Record<string, unknown>>, leastMs = 0): Promise<void> => {
      failures += 1;
      if (failures === 1) house.log.warn(fields, event);
      await pause(Math.max(backOffMs(failures, house.jitter()), leastMs), house.signal);
    },
    /** How many failures are over now. */
    recover: (): number => {
      const over = failures;
      failures = 0;
      return over;
    },
  };
};
