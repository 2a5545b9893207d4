import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Assignment } from "../../api/catalogues/assignment.ts";
import { compareTaskNumbers } from "../../api/catalogues/compare-task-numbers.ts";
import { expandAssignments } from "../../api/catalogues/expand-assignments.ts";
import { addDays, localDate } from "../../api/shared/local-date.ts";
import type { UnitGroup } from "../../api/units/unit-group.ts";

const ON = localDate("2026-09-07");
const day = fc.integer({ min: -3, max: 3 }).map((days) => addDays(ON, days));
const span = fc.record({ fromOn: day, toOn: fc.option(day, { nil: null }) });
const unitId = fc.constantFrom("a", "b", "c", "d");
const groupId = fc.constantFrom("g1", "g2", "g3");

const groups = fc
  .array(
    fc.record({
      id: groupId,
      name: fc.constant("nhóm"),
      confirmed: fc.boolean(),
      memberships: fc.array(
        fc.tuple(unitId, span).map(([unit, dates]) => ({ unitId: unit, ...dates })),
        { maxLength: 5 },
      ),
    }),
    { maxLength: 3 },
  )
  .map((list): ReadonlyMap<string, UnitGroup> => new Map(list.map((group) => [group.id, group])));

const assignment: fc.Arbitrary<Assignment> = fc
  .tuple(fc.constantFrom("lead", "coordinating", "invited"), fc.oneof(unitId, groupId), span)
  .map(([role, who, dates]) => ({
    role,
    unitId: who.startsWith("g") ? null : who,
    groupId: who.startsWith("g") ? who : null,
    ...dates,
  }));
const assignments = fc.array(assignment, { maxLength: 8 });

describe("expanding", () => {
  test("a group twice is expanding it once", () => {
    fc.assert(
      fc.property(assignments, groups, (list, known) => {
        expect(expandAssignments([...list, ...list], known, ON)).toEqual(expandAssignments(list, known, ON));
      }),
    );
  });

  test("what was expanded is expanding its units", () => {
    fc.assert(
      fc.property(assignments, groups, (list, known) => {
        const once = expandAssignments(list, known, ON);
        const named = (role: Assignment["role"], ids: readonly string[]): Assignment[] =>
          ids.map((unit) => ({ role, unitId: unit, groupId: null, fromOn: ON, toOn: null }));
        const again = expandAssignments(
          [
            ...named("lead", once.leadUnitIds),
            ...named("coordinating", once.coordinatingUnitIds),
            ...named("invited", once.invitedUnitIds),
          ],
          known,
          ON,
        );
        const { leadUnitIds, coordinatingUnitIds, invitedUnitIds } = once;
        expect(again).toMatchObject({ leadUnitIds, coordinatingUnitIds, invitedUnitIds });
      }),
    );
  });

  test("a unit appears once, and lead wins over coordinating", () => {
    fc.assert(
      fc.property(assignments, groups, unitId, (list, known, unit) => {
        const led: Assignment = { role: "lead", unitId: unit, groupId: null, fromOn: ON, toOn: null };
        const { leadUnitIds, coordinatingUnitIds, invitedUnitIds } = expandAssignments(
          [...list, led],
          known,
          ON,
        );
        const all = [...leadUnitIds, ...coordinatingUnitIds, ...invitedUnitIds];
        expect(new Set(all).size).toBe(all.length);
        expect(leadUnitIds).toContain(unit);
      }),
    );
  });
});

describe("comparing numbers", () => {
  const part = fc.oneof(
    fc.nat(30).map(String),
    fc.constantFrom("a", "b", "đ", "A", "10a", "1a", "9", "01", "", "I"),
    fc.string({ maxLength: 3 }),
  );
  const number = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("."));
  const sign = (left: string, right: string): number => Math.sign(compareTaskNumbers(left, right));

  test("is a total order", () => {
    fc.assert(
      fc.property(number, number, number, (one, two, three) => {
        expect(sign(one, one)).toBe(0);
        expect(sign(one, two) + sign(two, one)).toBe(0);
        expect(sign(one, two) === 0).toBe(one === two);
        if (sign(one, two) <= 0 && sign(two, three) <= 0) expect(sign(one, three)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2_000 },
    );
  });

  test("a sub-item stands after its task and before the next", () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.constantFrom("a", "b", "đ", "1"), (section, at, sub) => {
        expect(sign(`${section}.${at}`, `${section}.${at}.${sub}`)).toBe(-1);
        expect(sign(`${section}.${at}.${sub}`, `${section}.${at + 1}`)).toBe(-1);
      }),
    );
  });
});
