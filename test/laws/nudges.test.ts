import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isWorkingDay } from "../../api/calendar/working-days.ts";
import type { Decisions } from "../../api/nudges/nudge.ts";
import { planDueDates } from "../../api/nudges/plan-due-dates.ts";
import type { PlanningFacts } from "../../api/nudges/planning-facts.ts";
import { simulateNudges } from "../../api/nudges/simulate-nudges.ts";
import { addDays, instantAt, localDateAt, localTime } from "../../api/shared/local-date.ts";
import {
  at,
  CULTURE,
  calendar,
  day,
  decide,
  ECONOMY,
  FRONT,
  lead,
  office,
  person,
  policy,
  post,
  progress,
  recorded,
  round,
  task,
  ZONE,
} from "../api/nudges/planning-story.ts";

const YEAR = day("2026-01-01");
const PUBLISHED = day("2026-01-02");
const date = fc.integer({ min: 0, max: 364 }).map((days) => addDays(YEAR, days));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const units = fc.uniqueArray(fc.constantFrom(CULTURE, ECONOMY, FRONT), { minLength: 0, maxLength: 3 });

const someTask = fc
  .record({
    dueOn: maybe(date),
    leads: units,
    isHeading: fc.boolean(),
    withdrawn: fc.boolean(),
    hasLadder: fc.boolean(),
  })
  .map(({ leads, dueOn, ...rest }) => ({ ...rest, dueOn, assignments: leads.map(lead) }));
const someProgress = fc.record({
  notedOn: fc.array(date, { maxLength: 3 }),
  claim: maybe(
    fc.record({ state: fc.constantFrom("waiting" as const, "confirmed" as const), claimedOn: date }),
  ),
  acknowledged: fc.boolean(),
});
const somePeople = fc.uniqueArray(fc.constantFrom("one", "two", "three", "four"), { maxLength: 4 });
const somePost = fc.record({
  memberId: fc.constantFrom("one", "two", "three", "four"),
  role: fc.constantFrom(
    "head" as const,
    "deputy" as const,
    "focal" as const,
    "consolidator" as const,
    "leader" as const,
  ),
  unitId: fc.constantFrom(CULTURE, ECONOMY, null),
  chargeUnitIds: fc.constantFrom([], [CULTURE]),
});

/** Offices with any tasks, rounds, notes, people and posts. */
const someOffice: fc.Arbitrary<PlanningFacts> = fc
  .record({
    tasks: fc.array(fc.tuple(someTask, someProgress, someProgress), { maxLength: 6 }),
    rounds: fc.array(maybe(date), { maxLength: 2 }),
    people: somePeople,
    hours: fc.array(fc.constantFrom("07:00", "07:30", "09:15", "18:00"), { minLength: 4, maxLength: 4 }),
    posts: fc.array(somePost, { maxLength: 6 }),
    liveOn: maybe(date),
  })
  .map(({ tasks, rounds, people, hours, posts, liveOn }) =>
    office({
      liveOn,
      tasks: tasks.map(([one], index) => task(`${index + 1}`, null, one)),
      progress: tasks.flatMap(([, culture, economy], index) => [
        progress(`task-${index + 1}`, culture, CULTURE),
        progress(`task-${index + 1}`, economy, ECONOMY),
      ]),
      rounds: rounds.map((dueOn, index) => round(dueOn, { id: `round-${index}`, label: `lần ${index + 1}` })),
      members: people.map((id, index) => person(id, { digestAt: localTime(hours[index] ?? "07:30") })),
      posts: posts.map(({ memberId, role, unitId, chargeUnitIds }) =>
        post(memberId, role, role === "leader" ? null : unitId, chargeUnitIds),
      ),
    }),
  );
const someMoment = fc
  .tuple(date, fc.constantFrom("06:00", "07:30", "12:00", "16:59", "19:00"))
  .map(([on, time]) => at(on, time));

const subjectsOf = ({ nudges }: Decisions): readonly string[] =>
  nudges.map(({ subject, recipient }) => `${subject.kind} ${subject.id} ${subject.unitId} ${recipient.key}`);

describe("deciding nudges", () => {
  test("again after recording adds nothing", () => {
    fc.assert(
      fc.property(someOffice, someMoment, (facts, now) => {
        const again = decide(facts, now, recorded(decide(facts, now), now));
        expect(again).toMatchObject({ nudges: [], skips: [] });
      }),
    );
  });

  test("after any outage says at most one thing per subject and person", () => {
    fc.assert(
      fc.property(someOffice, someMoment, someMoment, (facts, one, other) => {
        const [before, after] = one < other ? [one, other] : [other, one];
        const said = subjectsOf(decide(facts, after, recorded(decide(facts, before), before)));
        expect(new Set(said).size).toBe(said.length);
      }),
    );
  });

  test("never reminds of what is finished, withdrawn, only introduces others, or is not owed", () => {
    fc.assert(
      fc.property(someOffice, someMoment, (facts, now) => {
        const today = localDateAt(now, ZONE);
        for (const { subject, recipient } of decide(facts, now).nudges) {
          expect(subject.settled).toBeNull();
          expect(subject.unitId).not.toBe(FRONT);
          expect(recipient.memberId).not.toBeNull();
          expect(isWorkingDay(calendar, today)).toBe(true);
          if (subject.kind !== "task") continue;
          const owed = facts.tasks.find(({ id }) => id === subject.id);
          const own = facts.progress.find(
            (one) => one.taskId === subject.id && one.unitId === subject.unitId,
          );
          expect([owed?.withdrawn, owed?.isHeading, owed?.hasLadder, own?.claim ?? null]).toEqual([
            false,
            false,
            true,
            null,
          ]);
        }
      }),
    );
  });

  test("gives every nudge and every skip its reason, each key once", () => {
    fc.assert(
      fc.property(someOffice, someMoment, (facts, now) => {
        const { nudges, skips } = decide(facts, now);
        const keys = [...nudges, ...skips].map(({ subject, recipient, rung, reason }) => {
          expect(reason).not.toBe("");
          return `${subject.kind} ${subject.id} ${subject.unitId} ${recipient.key} ${rung} ${subject.dueOn}`;
        });
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

test("a rehearsal says each thing once, on working days of its period, and the same every time", () => {
  fc.assert(
    fc.property(someOffice, date, fc.integer({ min: 0, max: 60 }), (facts, from, length) => {
      const to = addDays(from, length);
      const live = { ...facts, organization: { ...facts.organization, liveOn: from } };
      const rows = simulateNudges(live, calendar, { from, to });
      expect(simulateNudges(live, calendar, { from, to })).toEqual(rows);
      const keys = rows.map(
        (row) => `${row.subjectKind} ${row.subject} ${row.unit} ${row.recipient} ${row.rung}`,
      );
      expect(new Set(keys).size).toBe(keys.length);
      for (const { at: moment } of rows) {
        const on = localDateAt(new Date(moment), ZONE);
        expect(from <= on && on <= to && isWorkingDay(calendar, on)).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

test("the days asked of the index hold every due date that has something to say", () => {
  fc.assert(
    fc.property(date, fc.integer({ min: 0, max: 9 }), (to, back) => {
      const from = addDays(to, -back);
      const { dueOn, startOn } = planDueDates({ from, to, earliest: YEAR, profiles: [{ policy, calendar }] });
      const asked = new Set(dueOn);
      for (let shift = -40; shift <= 60; shift += 1) {
        const due = addDays(to, shift);
        // What was overdue at the publication climbs from there, and is found by that day.
        if (due < YEAR || asked.has(due) || (due < PUBLISHED && startOn.includes(PUBLISHED))) continue;
        const facts = office({ tasks: [task("1", due)], liveOn: YEAR });
        const before = instantAt(addDays(from, -1), localTime("16:00"), ZONE);
        const now = instantAt(to, localTime("16:00"), ZONE);
        // Whatever stood before the window was said or recorded at its last open moment before it.
        const said = [...recorded(lastOpen(facts, before), before)];
        expect(decide(facts, now, said).nudges.map(({ rung }) => `${due} ${rung}`)).toEqual([]);
      }
    }),
    { numRuns: 15 },
  );
});

/** What the last working day at or before an instant decides. */
const lastOpen = (facts: PlanningFacts, instant: Date): Decisions => {
  let moment = instant;
  while (!isWorkingDay(calendar, localDateAt(moment, ZONE))) moment = new Date(moment.getTime() - 86_400_000);
  return decide(facts, moment);
};
