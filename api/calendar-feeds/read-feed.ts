import { selectPostsOfMember } from "../../db/queries/appointment-queries.ts";
import {
  type CalendarFeedRow,
  selectCalendarFeed,
  touchCalendarFeed,
} from "../../db/queries/calendar-feed-queries.ts";
import { selectMember } from "../../db/queries/member-queries.ts";
import { findFeedByHash } from "../../db/queries/system-feed-queries.ts";
import { selectUnits } from "../../db/queries/unit-queries.ts";
import { type BothTx, tenantScope } from "../../db/scope.ts";
import { type Locale, translatorFor } from "../../locales/translate.ts";
import { hashSecret } from "../members/hash-secret.ts";
import type { Role } from "../members/member.ts";
import { PERMISSIONS } from "../members/permissions.ts";
import { describePost } from "../members/rank-posts.ts";
import { openWork } from "../organizations/open-work.ts";
import type { Work } from "../shared/work.ts";
import { FEED_TOKEN } from "./calendar-feed.ts";
import { type FeedScope, loadFeedEntries } from "./load-feed-entries.ts";
import { renderFeed } from "./render-feed.ts";

/** "Last read" is for whoever looks which address is still in use. */
const READ_STEP_MS = 3_600_000;

type Owner = FeedScope & { readonly name: string; readonly locale: Locale };

/** The calendar under an address; null where none stands: never made, revoked, or its person has left. */
export const readFeed = async (
  both: BothTx,
  token: string,
  now: Date,
  publicUrl: string | undefined,
): Promise<string | null> => {
  if (!FEED_TOKEN.test(token)) return null;
  const found = await findFeedByHash(both.system, hashSecret(token));
  if (found === null) return null;
  return both.asTenant(tenantScope(found.organizationId), async (tx) => {
    const feed = await selectCalendarFeed(tx, found.id);
    // Whoever knows the address may read it: nobody stands behind the request.
    const work = await openWork(tx, { kind: "tick" }, now);
    const owner = feed === null ? null : await findOwner(work, feed);
    if (feed === null || owner === null) return null;
    if (feed.lastReadAt === null || now.getTime() - feed.lastReadAt.getTime() >= READ_STEP_MS)
      await touchCalendarFeed(tx, feed.id, now);
    const translate = translatorFor(owner.locale);
    return renderFeed(await loadFeedEntries(work, owner), {
      name: translate("calendar-name", { place: owner.name }),
      language: owner.locale,
      link: publicUrl ?? null,
      translate,
    });
  });
};

const holds = (roles: readonly Role[], role: Role): boolean => roles.includes(role);

/** What the posts that are held today may see; a unit's calendar is Vietnamese, as its documents are. */
const findOwner = async (work: Work, { memberId, unitId }: CalendarFeedRow): Promise<Owner | null> => {
  if (unitId !== null) {
    const unit = (await selectUnits(work.tx)).find(({ id }) => id === unitId);
    return unit === undefined
      ? null
      : { ownerId: unit.id, units: [unit], ringsFor: new Set([unit.id]), name: unit.name, locale: "vi" };
  }
  const member = memberId === null ? null : await selectMember(work.tx, memberId);
  if (member === null || member.erasedAt !== null) return null;
  const posts = (await selectPostsOfMember(work.tx, member.id, work.today)).map(describePost);
  const own = posts.flatMap(({ role, unit }) =>
    unit !== null && holds(PERMISSIONS["see-own-tasks"], role) ? [unit] : [],
  );
  return {
    ownerId: member.id,
    units: posts.some(({ role }) => holds(PERMISSIONS["see-all-tasks"], role)) ? null : own,
    ringsFor: new Set(own.map(({ id }) => id)),
    name: work.organization.name,
    locale: member.locale,
  };
};
