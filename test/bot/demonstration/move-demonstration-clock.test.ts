import { describe, expect, test } from "vitest";
import { settableClock } from "../../../api/shared/clock.ts";
import { localTime } from "../../../api/shared/local-date.ts";
import { demonstrationClock } from "../../../bot/demonstration/demonstration-clock.ts";
import { createClockMoves } from "../../../bot/demonstration/move-demonstration-clock.ts";
import { MONDAY } from "../../support/office.ts";

const ZONE = "Asia/Ho_Chi_Minh";
const at = (iso: string): Date => new Date(`${iso}+07:00`);

const house = (
  ahead: { readonly reminderAt?: Date; readonly report?: Date; readonly hours?: readonly string[] } = {},
) => {
  const world = settableClock(new Date("2031-01-01T00:00:00Z"));
  const clock = demonstrationClock(MONDAY, world);
  const planned: Date[] = [];
  const stored: Date[] = [];
  const move = createClockMoves({
    clock,
    timeZone: ZONE,
    planAt: async (instant) => {
      planned.push(instant);
    },
    digestHours: async () => ["07:30", ...(ahead.hours ?? [])].map(localTime),
    nextReportAt: async () => ahead.report ?? null,
    countReminders: async () => (ahead.reminderAt !== undefined && clock.now() >= ahead.reminderAt ? 1 : 0),
    store: async (instant) => {
      stored.push(instant);
    },
  });
  return { world, clock, planned, stored, move };
};

describe("the demonstration's clock", () => {
  test("runs with the world, and never goes back", () => {
    const { clock, world } = house();
    world.set(new Date("2031-01-01T00:10:00Z"));
    expect(clock.now()).toEqual(at("2026-09-07T07:10:00"));
    clock.moveTo(at("2026-09-01T00:00:00"));
    expect(clock.now()).toEqual(at("2026-09-07T07:10:00"));
    world.set(new Date("2030-12-31T00:00:00Z"));
    expect(clock.now()).toEqual(at("2026-09-07T07:10:00"));
  });

  test("on the way to the report every morning is lived through", async () => {
    const { move, planned, stored } = house({ report: at("2026-09-14T07:30:00") });
    expect(await move("next-report", null)).toBe("moved");
    expect(planned.map((instant) => instant.toISOString().slice(0, 10))).toEqual(
      ["07", "08", "09", "10", "11", "12", "13", "14"].map((day) => `2026-09-${day}`),
    );
    expect(stored.at(-1)).toEqual(at("2026-09-14T07:30:00"));
  });

  test("a person's own hour is not jumped over", async () => {
    const { move, planned } = house({ hours: ["16:00"] });
    await move("day", null);
    expect(planned).toEqual([
      at("2026-09-07T07:30:00"),
      at("2026-09-07T16:00:00"),
      at("2026-09-08T07:00:00"),
    ]);
  });

  test("to the next reminder: it stops where one was made", async () => {
    const { move, clock } = house({ reminderAt: at("2026-09-09T07:30:00") });
    expect(await move("next-reminder", null)).toBe("moved");
    expect(clock.now()).toEqual(at("2026-09-09T07:30:00"));
  });

  test("without any reminder a month goes by, without a report date nothing moves", async () => {
    const { move, clock } = house();
    expect(await move("next-report", null)).toBe("no-report");
    expect(clock.now()).toEqual(MONDAY);
    expect(await move("next-reminder", null)).toBe("no-reminder");
    expect(clock.now()).toEqual(at("2026-10-08T07:00:00"));
  });

  test("one move at a time", async () => {
    const { move } = house();
    const first = move("day", null);
    expect(await move("day", null)).toBe("busy");
    expect(await first).toBe("moved");
    expect(await move("day", null)).toBe("moved");
  });
});
