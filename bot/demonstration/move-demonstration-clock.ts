import type { LocalTime } from "../../api/shared/local-date.ts";
import type { ClockMove, ClockMoved } from "../channels/web-chat/doors.ts";
import type { DemonstrationClock } from "./demonstration-clock.ts";
import { planClockStep } from "./plan-clock-step.ts";

const DAY_MS = 24 * 3600 * 1000;
/** How far a move looks for a reminder; who has nothing to be reminded of is told so after a month. */
const LOOK_AHEAD_MS = 31 * DAY_MS;

export type ClockHouse = {
  readonly clock: DemonstrationClock;
  readonly timeZone: string;
  /** Plans and delivers everything as of that instant; the clock stands there already. */
  readonly planAt: (instant: Date) => Promise<void>;
  readonly digestHours: () => Promise<readonly LocalTime[]>;
  /** The morning of the next day on which a report is due. */
  readonly nextReportAt: () => Promise<Date | null>;
  /** Reminders made so far for the member of that chat; handed null, for anybody. */
  readonly countReminders: (chatLinkId: string | null) => Promise<number>;
  /** So that a restart goes on there. */
  readonly store: (instant: Date) => Promise<void>;
};

/** Moves the clock forward, one move at a time, through every planning on the way. */
export const createClockMoves = (house: ClockHouse) => {
  const { clock, timeZone } = house;
  let moving = false;

  /** Goes to `target`, or to the first stop at which `arrived` says so. */
  const travel = async (target: Date, arrived: () => Promise<boolean>): Promise<boolean> => {
    const hours = await house.digestHours();
    while (clock.now() < target) {
      const stop = planClockStep(clock.now(), target, timeZone, hours);
      clock.moveTo(stop);
      await house.planAt(stop);
      await house.store(stop);
      if (await arrived()) return true;
    }
    return false;
  };

  const toReminder = async (chatLinkId: string | null): Promise<ClockMoved> => {
    const before = await house.countReminders(chatLinkId);
    const target = new Date(clock.now().getTime() + LOOK_AHEAD_MS);
    const came = await travel(target, async () => (await house.countReminders(chatLinkId)) > before);
    return came ? "moved" : "no-reminder";
  };

  const go = async (move: ClockMove, chatLinkId: string | null): Promise<ClockMoved> => {
    if (move === "next-reminder") return toReminder(chatLinkId);
    const report = move === "next-report" ? await house.nextReportAt() : null;
    if (move === "next-report" && (report === null || report <= clock.now())) return "no-report";
    await travel(report ?? new Date(clock.now().getTime() + DAY_MS), () => Promise.resolve(false));
    return "moved";
  };

  return async (move: ClockMove, chatLinkId: string | null): Promise<ClockMoved> => {
    if (moving) return "busy";
    moving = true;
    try {
      return await go(move, chatLinkId);
    } finally {
      moving = false;
    }
  };
};
