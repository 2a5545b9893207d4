import { Temporal } from "temporal-polyfill";

/** A stretch of time in which a zone keeps its distance to UTC. */
type Stretch = { readonly from: number; readonly to: number; readonly offset: number };

const known = new Map<string, Stretch[]>();
/** Zones have few stretches that anybody asks for; whoever walks through history does not fill the memory. */
const LONGEST_MEMORY = 100;

const stretchAt = (ms: number, zone: string): Stretch => {
  const ofZone = known.get(zone) ?? [];
  const found = ofZone.find(({ from, to }) => from <= ms && ms < to);
  if (found !== undefined) return found;
  const there = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  // "Previous" means before that instant, so that a transition at the instant itself needs one step more.
  const next = there.getTimeZoneTransition("next");
  const previous = there.add({ milliseconds: 1 }).getTimeZoneTransition("previous");
  const stretch = {
    from: previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: there.offsetNanoseconds / 1_000_000,
  };
  known.set(zone, [...ofZone.slice(1 - LONGEST_MEMORY), stretch]);
  return stretch;
};

/** The instant as milliseconds on the wall of `zone`: what UTC's clock would show that reads the same. */
export const wallAt = (ms: number, zone: string): number => ms + stretchAt(ms, zone).offset;

/** The instant at which the wall shows that time; null near a change of the zone's clock, where it may be none or two. */
export const instantOfWall = (wall: number, zone: string): number | null => {
  const near = stretchAt(wall, zone);
  const ms = wall - near.offset;
  const DAY_MS = 86_400_000;
  return near.from + DAY_MS < ms && ms < near.to - DAY_MS ? ms : null;
};
