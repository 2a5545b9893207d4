import { addDays, instantAt, type LocalTime, localDateAt } from "../../api/shared/local-date.ts";

/** The next instant after `now` at which a digest may go out. */
export const nextDigest = (now: Date, zone: string, hours: readonly LocalTime[]): Date | null => {
  const today = localDateAt(now, zone);
  const instants = [today, addDays(today, 1)]
    .flatMap((day) => hours.map((hour) => instantAt(day, hour, zone)))
    .filter((instant) => instant > now);
  return instants.reduce<Date | null>(
    (first, instant) => (first === null || instant < first ? instant : first),
    null,
  );
};

/** The next stop on the way to `target`: every digest is lived through, since a jump over it would lose it. */
export const planClockStep = (now: Date, target: Date, zone: string, hours: readonly LocalTime[]): Date => {
  const digest = nextDigest(now, zone, hours);
  return digest !== null && digest < target ? digest : target;
};
