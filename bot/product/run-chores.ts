import { sweepPictures } from "../../api/attachments/publish-picture.ts";
import { sweepEvidence } from "../../api/attachments/sweep-evidence.ts";
import { sweepUpdates } from "../../api/conversations/sweep-updates.ts";
import { sweepAnswers } from "../../api/http/sweep-answers.ts";
import { forgetTimeAhead } from "../../api/jobs/forget-time-ahead.ts";
import { runTick } from "../../api/jobs/run-tick.ts";
import type { Delivery } from "../delivery/delivery.ts";
import type { LeaseHolder } from "../delivery/hold-lease.ts";
import { describeError } from "../describe-error.ts";
import type { House } from "./house.ts";

type Planning = Pick<House, "database" | "clock" | "log" | "demonstration"> & {
  readonly settings: Pick<House["settings"], "officialMessenger">;
};

/** Plans what is due now and wakes the delivery, in the process that delivers alone. Its troubles are logged, not thrown. */
export const runMinute = async (
  { database, settings, clock, log, demonstration }: Planning,
  deliveries: readonly Pick<Delivery, "kick">[],
  deliverLease: Pick<LeaseHolder, "isHeld" | "renew">,
): Promise<void> => {
  try {
    // After a sleep of the machine the lease has run out unnoticed: asked for again, not waited for.
    if (!deliverLease.isHeld() && !(await deliverLease.renew())) return;
    const now = clock.now();
    // Elsewhere an instant ahead was named by somebody who tries the product.
    if (settings.officialMessenger && (await forgetTimeAhead(database, now)))
      log.warn({}, "the clock was set back: what was planned ahead of it is forgotten");
    const counts = await runTick(database, now);
    if (counts.ok && counts.value.queued + counts.value.withdrawn > 0)
      log.info({ ...counts.value }, "nudges planned");
    for (const delivery of deliveries) delivery.kick();
    await demonstration?.saveClock();
  } catch (error) {
    log.error(describeError(error), "nudges could not be planned");
  }
};

/** Throws away what nobody needs any longer. Ages of files are the world's, whatever the demonstration's clock says. */
export const runNight = async ({ database, settings, clock, world, log }: House): Promise<void> => {
  try {
    const files = await sweepEvidence(database, settings.dataDir, world.now());
    const updates = await sweepUpdates(database, clock.now());
    const pictures = await sweepPictures(database, clock.now());
    const answers = await sweepAnswers(database, clock.now());
    log.info({ files, updates, pictures, answers }, "what nobody needs any longer was swept");
  } catch (error) {
    log.error(describeError(error), "the sweep did not go well");
  }
};
