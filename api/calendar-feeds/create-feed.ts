import { randomBytes } from "node:crypto";
import { z } from "zod";
import { countCalendarFeeds, insertCalendarFeed } from "../../db/queries/calendar-feed-queries.ts";
import { selectMember } from "../../db/queries/member-queries.ts";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import { selectUnits } from "../../db/queries/unit-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { hashSecret } from "../members/hash-secret.ts";
import { isPerson } from "../members/member.ts";
import { may } from "../members/permissions.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import type { UseCase, Work } from "../shared/work.ts";
import { feedPath, MOST_FEEDS, type ShownFeed, TOKEN_BYTES, tokenFrom } from "./calendar-feed.ts";

/** At most one of the two; neither means the person who asks. */
export const createFeedSchema = z.strictObject({
  memberId: z.uuid().optional(),
  unitId: z.uuid().optional(),
});

export type CreatedFeed = ShownFeed & {
  /** The address behind the office's own; shown this once, its secret's hash is kept. */
  readonly path: string;
};

type Owner = { readonly memberId: string } | { readonly unitId: string };

/**
 * A private address under which a calendar program finds due dates and report dates: one's own, or for an
 * administrator anybody's and any unit's. Refuses `not_allowed`, `request_invalid`, `member_not_found`,
 * `unit_not_found`, `calendar_feeds_too_many`.
 */
export const createFeed: UseCase<z.input<typeof createFeedSchema>, CreatedFeed> = async (work, raw) => {
  const parsed = createFeedSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const owner = await findOwner(work, parsed.data);
  if (!owner.ok) return owner;
  await lockOrganization(work.tx);
  if ((await countCalendarFeeds(work.tx, owner.value)) >= MOST_FEEDS)
    return refuse("calendar_feeds_too_many", { most: MOST_FEEDS });

  const token = tokenFrom(randomBytes(TOKEN_BYTES));
  const feed = {
    id: work.newId(),
    memberId: null,
    unitId: null,
    ...owner.value,
    createdAt: work.now,
    lastReadAt: null,
  };
  await insertCalendarFeed(work.tx, { ...feed, tokenHash: hashSecret(token) });
  await recordAuditEntry(
    work,
    "calendar-feed-created",
    { kind: "calendar_feed", id: feed.id },
    { ...owner.value },
  );
  return ok({ ...feed, path: feedPath(token) });
};

const findOwner = async (
  work: Work,
  { memberId, unitId }: z.output<typeof createFeedSchema>,
): Promise<Result<Owner>> => {
  const { actor } = work;
  if (memberId !== undefined && unitId !== undefined) return refuse("request_invalid");
  const own = isPerson(actor) ? actor.memberId : null;
  if (unitId === undefined && (memberId === undefined || memberId === own)) {
    if (own !== null) return may(actor, "see-calendar") ? ok({ memberId: own }) : refuse("not_allowed");
    if (memberId === undefined)
      return may(actor, "manage-feeds") ? refuse("request_invalid") : refuse("not_allowed");
  }
  if (!may(actor, "manage-feeds")) return refuse("not_allowed");
  if (unitId !== undefined)
    return (await selectUnits(work.tx)).some(({ id }) => id === unitId)
      ? ok({ unitId })
      : refuse("unit_not_found", { candidates: "" });
  const member = memberId === undefined ? null : await selectMember(work.tx, memberId);
  return member === null || member.erasedAt !== null
    ? refuse("member_not_found")
    : ok({ memberId: member.id });
};
