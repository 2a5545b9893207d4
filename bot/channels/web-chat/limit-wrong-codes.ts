import type { Clock } from "../../../api/shared/clock.ts";

/** An office behind one address may mistype often; a machine that guesses is slowed all the same. */
const WRONG_PER_WINDOW = 50;
const WINDOW_MS = 15 * 60 * 1000;
const ADDRESSES_REMEMBERED = 10_000;

/**
 * Wrong codes by remote address, in this process: a guesser who throws its cookie away is not a new browser each
 * time. Codes hold 50 random bits; this only keeps the noise down.
 */
export const limitWrongCodes = (clock: Clock) => {
  const counts = new Map<string, { wrong: number; until: number }>();
  const current = (address: string) => {
    const count = counts.get(address);
    return count !== undefined && count.until > clock.now().getTime() ? count : null;
  };
  return {
    mayTry: (address: string): boolean => (current(address)?.wrong ?? 0) < WRONG_PER_WINDOW,
    countWrong: (address: string): void => {
      const count = current(address) ?? { wrong: 0, until: clock.now().getTime() + WINDOW_MS };
      counts.delete(address);
      counts.set(address, { ...count, wrong: count.wrong + 1 });
      const [oldest] = counts.keys();
      if (counts.size > ADDRESSES_REMEMBERED && oldest !== undefined) counts.delete(oldest);
    },
  };
};
