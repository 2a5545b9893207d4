import { z } from "@hono/zod-openapi";
import { type AnyRoute, apiRoute } from "../http/api-route.ts";
import { instantAnswer, pageAnswer } from "../shared/answers.ts";
import { camelKeys } from "../shared/key-case.ts";
import { ok } from "../shared/result.ts";
import { createFeed } from "./create-feed.ts";
import { feedFilterSchema, listFeeds } from "./list-feeds.ts";
import { revokeFeed } from "./revoke-feed.ts";

const fields = {
  id: z.uuid(),
  member_id: z.uuid().nullable(),
  unit_id: z.uuid().nullable(),
  created_at: instantAnswer,
  last_read_at: instantAnswer
    .nullable()
    .openapi({ description: "To the hour: whether a calendar program still asks for it." }),
};
const feedAnswer = z.object(fields).openapi("CalendarFeed");
const room = "calendar-feeds";

/** Private addresses under which calendar programs find due dates and report dates. */
export const CALENDAR_FEED_ROUTES: readonly AnyRoute[] = [
  apiRoute({
    method: "get",
    path: "/calendar-feeds",
    name: "list-calendar-feeds",
    room,
    summary: "Calendar addresses that stand, without their secrets",
    description:
      "An administrator and an administering key see all of the office, a person their own (`of=own` asks for these).",
    scope: "admin",
    query: feedFilterSchema,
    status: 200,
    answer: pageAnswer(feedAnswer),
    refusals: ["cursor_invalid"],
    run: (work, { query }) => listFeeds(work, query),
  }),
  apiRoute({
    method: "post",
    path: "/calendar-feeds",
    name: "create-calendar-feed",
    room,
    summary: "A private calendar address; the answer shows it this once",
    description:
      "Of one member or of one unit; a person who names neither gets their own. The calendar (iCalendar, RFC 5545) holds an all-day event for each due date of the tasks that the unit leads and for each report date, with alarms on the mornings of the ladder; number, short title and day, never the wording. What is finished or withdrawn is `CANCELLED`, what moves keeps its `UID` with a higher `SEQUENCE`. Whoever knows the address can read it until it is revoked.",
    scope: "admin",
    body: z.union([
      z.strictObject({ unit_id: z.uuid() }),
      z.strictObject({ member_id: z.uuid() }),
      z.strictObject({}).openapi({ description: "A person's own." }),
    ]),
    status: 201,
    answer: z.object({
      ...fields,
      address: z.string().openapi({
        description: "Under the public address of the installation; a path where it has none.",
        example: "https://dondoc.phuong-hai-an.example/feed/k3V….ics",
      }),
    }),
    refusals: ["member_not_found", "unit_not_found", "calendar_feeds_too_many"],
    run: async (work, { body }, { publicUrl }) => {
      const created = await createFeed(work, camelKeys(body));
      if (!created.ok) return created;
      const { path, ...feed } = created.value;
      return ok({ ...feed, address: `${publicUrl ?? ""}${path}` });
    },
  }),
  apiRoute({
    method: "delete",
    path: "/calendar-feeds/{feed_id}",
    name: "revoke-calendar-feed",
    room,
    summary: "Revokes a calendar address: from this moment on nothing stands under it",
    scope: "admin",
    params: z.object({ feed_id: z.uuid() }),
    status: 204,
    answer: null,
    refusals: ["calendar_feed_not_found"],
    run: (work, { params }) => revokeFeed(work, camelKeys(params)),
  }),
];
