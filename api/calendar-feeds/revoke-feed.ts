import { z } from "zod";
import { markCalendarFeedRevoked, selectCalendarFeed } from "../../db/queries/calendar-feed-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { isPerson } from "../members/member.ts";
import { may } from "../members/permissions.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";

const inputSchema = z.strictObject({ feedId: z.uuid() });

/**
 * From this moment on nothing stands under the address. Refuses `request_invalid`, `not_allowed`,
 * `calendar_feed_not_found`: of what is somebody else's, a person hears no more than that.
 */
export const revokeFeed: UseCase<z.input<typeof inputSchema>, null> = async (work, raw) => {
  const { actor } = work;
  if (!may(actor, "manage-feeds") && !isPerson(actor)) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const feed = await selectCalendarFeed(work.tx, parsed.data.feedId);
  const own = feed !== null && isPerson(actor) && feed.memberId === actor.memberId;
  if (feed === null || (!own && !may(actor, "manage-feeds"))) return refuse("calendar_feed_not_found");
  if (!(await markCalendarFeedRevoked(work.tx, feed.id, work.now))) return refuse("calendar_feed_not_found");
  await recordAuditEntry(work, "calendar-feed-revoked", { kind: "calendar_feed", id: feed.id });
  return ok(null);
};
