import type { LocalDate } from "../shared/local-date.ts";
import type { Rung } from "./nudge.ts";
import { planRungs } from "./plan-rungs.ts";

/**
 * `planRungs` with a memory: tasks of a catalogue share their due dates, and a rehearsal asks for the same ladder
 * every day. Repeats are planned up to `until`. Calendars and policies are told apart as objects.
 */
export const planRungsOnce = (until: LocalDate): typeof planRungs => {
  const memory = new WeakMap<object, WeakMap<object, Map<string, readonly Rung[]>>>();
  return (ladder) => {
    const ofCalendar = memory.get(ladder.calendar) ?? new WeakMap<object, Map<string, readonly Rung[]>>();
    memory.set(ladder.calendar, ofCalendar);
    const ofPolicy = ofCalendar.get(ladder.policy) ?? new Map<string, readonly Rung[]>();
    ofCalendar.set(ladder.policy, ofPolicy);
    const key = `${ladder.dueOn} ${ladder.start.on} ${ladder.start.reason}`;
    const known = ofPolicy.get(key);
    if (known !== undefined) return known;
    const rungs = planRungs({ ...ladder, until });
    ofPolicy.set(key, rungs);
    return rungs;
  };
};
