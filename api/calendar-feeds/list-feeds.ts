import { z } from "zod";
import { selectCalendarFeedPage } from "../../db/queries/calendar-feed-queries.ts";
import { isPerson } from "../members/member.ts";
import { may } from "../members/permissions.ts";
import { idCursorSchema, type Page, pageOf, pageQuerySchema, readCursor } from "../shared/page.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { type ShownFeed, shownFeed } from "./calendar-feed.ts";

export const feedFilterSchema = pageQuerySchema.extend({
  /** `own`: those of the person who asks; `all` is the administrator's. */
  of: z.enum(["own", "all"]).optional(),
});

/**
 * Standing addresses, without their secrets: an administrator's and the operator's list holds all of them, a person's
 * their own. Refuses `not_allowed`, `request_invalid`, `cursor_invalid`.
 */
export const listFeeds: UseCase<z.input<typeof feedFilterSchema>, Page<ShownFeed>> = async (work, raw) => {
  const { actor } = work;
  const parsed = feedFilterSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { limit, cursor, of = may(actor, "manage-feeds") ? "all" : "own" } = parsed.data;
  if (of === "all" ? !may(actor, "manage-feeds") : !isPerson(actor) || !may(actor, "see-calendar"))
    return refuse("not_allowed");
  const after = cursor === undefined ? null : readCursor(cursor, idCursorSchema);
  if (cursor !== undefined && after === null) return refuse("cursor_invalid");
  const rows = await selectCalendarFeedPage(work.tx, {
    memberId: of === "own" && isPerson(actor) ? actor.memberId : null,
    after: after?.[0] ?? null,
    limit: limit + 1,
  });
  return ok(pageOf(rows.map(shownFeed), limit, ({ id }) => [id]));
};
