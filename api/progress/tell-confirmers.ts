import { selectConfirmers, wasToldToday } from "../../db/queries/confirmer-queries.ts";
import { nextWorkingMoment } from "../calendar/next-working-moment.ts";
import { queueMessage } from "../outbox/queue-message.ts";
import { instantAt, localTime } from "../shared/local-date.ts";
import type { Work } from "../shared/work.ts";

const WAITING = "notice-claims-waiting";

/**
 * Tells those who decide that a claim waits: once a day each, within working hours, however many claims come.
 * A consolidator confirms; leaders where the claim is the consolidating unit's own, or nobody consolidates.
 */
export const tellConfirmers = async (
  work: Work,
  claim: { readonly unitId: string; readonly confirmedBy: "consolidator" | "leader" },
): Promise<void> => {
  const posts = await selectConfirmers(work.tx, claim.unitId, work.today);
  const asked = posts.filter(({ role }) => role === claim.confirmedBy);
  const confirmers = asked.length > 0 ? asked : posts.filter(({ role }) => role === "leader");
  const { timeZone, policy } = work.organization;
  const morning = instantAt(work.today, localTime("00:00"), timeZone);
  const told = new Set<string>();
  for (const { memberId, locale } of confirmers) {
    if (told.has(memberId) || (await wasToldToday(work.tx, memberId, WAITING, morning))) continue;
    told.add(memberId);
    await queueMessage(
      work,
      { memberId, locale },
      {
        purpose: "notice",
        message: {
          paragraphs: [[{ key: WAITING }]],
          choices: [[{ label: { key: "choice-decide" }, data: "command duyet", shown: "with-buttons" }]],
        },
        notBefore: nextWorkingMoment(work.now, {
          timeZone,
          workingHours: policy.workingHours,
          calendar: work.calendar,
        }),
      },
    );
  }
};
