import { countReminders, findNextReport, listDigestHours } from "../../api/demonstration/find-clock-stops.ts";
import {
  type DemonstrationOffice,
  findPersonas,
  openPersonaSession,
} from "../../api/demonstration/find-personas.ts";
import { DEMONSTRATION_START, seedDemonstration } from "../../api/demonstration/seed-demonstration.ts";
import {
  readDemonstrationClock,
  storeDemonstrationClock,
} from "../../api/demonstration/store-demonstration-clock.ts";
import type { Clock } from "../../api/shared/clock.ts";
import { ok, type Result, refuse } from "../../api/shared/result.ts";
import type { Demonstration } from "../channels/web-chat/doors.ts";
import { type DemonstrationClock, demonstrationClock } from "./demonstration-clock.ts";
import { describePersona } from "./describe-persona.ts";
import { type ClockHouse, createClockMoves } from "./move-demonstration-clock.ts";

type Database = Parameters<typeof seedDemonstration>[0];

export type OpenDemonstration = {
  readonly office: DemonstrationOffice;
  /** The clock of the whole product. */
  readonly clock: DemonstrationClock;
  /** Notes where the clock stands: to be called now and then, and at the end. */
  readonly saveClock: () => Promise<void>;
  /** `planAt` plans and delivers everything as of an instant at which the clock stands already. */
  readonly door: (planAt: ClockHouse["planAt"]) => Demonstration;
};

/**
 * Makes the demonstration ready on a database that is marked as one (`mark-installation.ts`): seeds it the first
 * time, afterwards goes on where its clock stood.
 */
export const openDemonstration = async (
  database: Database,
  world?: Clock,
): Promise<Result<OpenDemonstration>> => {
  const stood = await readDemonstrationClock(database);
  if (stood === null) {
    const seeded = await seedDemonstration(database);
    if (!seeded.ok) return seeded;
    await storeDemonstrationClock(database, DEMONSTRATION_START);
  }
  const clock = demonstrationClock(stood ?? DEMONSTRATION_START, world);
  const office = await findPersonas(database, clock.now());
  if (office === null) return refuse("organization_not_found");

  return ok({
    office,
    clock,
    saveClock: () => storeDemonstrationClock(database, clock.now()),
    door: (planAt) => ({
      office,
      personas: (locale) => office.personas.map((persona) => describePersona(persona, locale)),
      be: async (memberId) =>
        office.personas.some((persona) => persona.memberId === memberId)
          ? openPersonaSession(database, clock.now(), office, memberId)
          : null,
      move: createClockMoves({
        clock,
        planAt,
        timeZone: office.timeZone,
        digestHours: () => listDigestHours(database, office, clock.now()),
        nextReportAt: () => findNextReport(database, office, clock.now()),
        countReminders: (chatLinkId) => countReminders(database, office, chatLinkId),
        store: (instant) => storeDemonstrationClock(database, instant),
      }),
    }),
  });
};
