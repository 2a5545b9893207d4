import type { Role } from "../members/member.ts";
import type { Audience } from "../organizations/organization.ts";
import { groupBy } from "../shared/group-by.ts";
import type { Recipient } from "./nudge.ts";
import type { MemberFacts, PlanningFacts, PostFacts } from "./planning-facts.ts";

/** Of two posts of one person, the one nearest to the work is named. */
const NEARNESS: readonly Role[] = ["head", "deputy", "focal", "consolidator", "leader", "admin"];

type Owing = { readonly unitId: string; readonly consolidatingUnitId: string | null };

export type RecipientBook = {
  readonly member: (memberId: string) => MemberFacts | undefined;
  /** Each person once, whatever posts they hold; a post without anybody who can be reached stands for itself. */
  readonly pick: (owing: Owing, audience: readonly Audience[]) => readonly Recipient[];
};

/**
 * Who is told, by post: the unit's head and focal officers, the deputy where no head can be reached; the
 * consolidator, else the head of the consolidating unit; the leader with the unit in charge, else those in charge
 * of all that no one else is.
 */
export const pickRecipients = (facts: Pick<PlanningFacts, "members" | "posts">): RecipientBook => {
  const members = new Map(facts.members.map((member) => [member.id, member]));
  const byPost = groupBy(facts.posts, ({ role, unitId }) => postKey(role, unitId));
  const leaders = facts.posts.filter(({ role }) => role === "leader");
  const charged = groupBy(
    leaders.flatMap((leader) => leader.chargeUnitIds.map((unitId) => ({ unitId, leader }))),
    ({ unitId }) => unitId,
  );
  const uncharged = leaders.filter(({ chargeUnitIds }) => chargeUnitIds.length === 0);

  const holders = (role: Role, unitId: string | null): readonly PostFacts[] =>
    byPost.get(postKey(role, unitId)) ?? [];
  const reachable = (posts: readonly PostFacts[], as?: Role): readonly Recipient[] =>
    posts
      .filter(({ memberId }) => members.get(memberId)?.reachableSince != null)
      .map(({ memberId, unitId, role }) => ({ key: memberId, memberId, role: as ?? role, unitId }));
  const orThePost = (found: readonly Recipient[], role: Role, unitId: string | null): readonly Recipient[] =>
    found.length > 0 ? found : [{ key: postKey(role, unitId), memberId: null, role, unitId }];

  const ofUnit = (unitId: string): readonly Recipient[] => {
    const heads = reachable(holders("head", unitId));
    const first = heads.length > 0 ? heads : reachable(holders("deputy", unitId));
    return [...orThePost(first, "head", unitId), ...reachable(holders("focal", unitId))];
  };
  const consolidators = (unitId: string | null): readonly Recipient[] => {
    const appointed = [
      ...holders("consolidator", null),
      ...(unitId === null ? [] : holders("consolidator", unitId)),
    ];
    if (appointed.length > 0 || unitId === null)
      return orThePost(reachable(appointed), "consolidator", unitId);
    // The head stands in for the consolidator: told once, as head, where the unit itself is late.
    const standingIn = reachable(holders("head", unitId), "consolidator");
    return orThePost(standingIn, "head", unitId).map((head) => ({ ...head, role: "consolidator" }));
  };
  const leadersOf = (unitId: string): readonly Recipient[] => {
    const inCharge = charged.get(unitId)?.map(({ leader }) => leader) ?? uncharged;
    return orThePost(reachable(inCharge), "leader", null);
  };

  const remembered = new Map<string, readonly Recipient[]>();
  const pick = (owing: Owing, audience: readonly Audience[]): readonly Recipient[] => {
    const key = `${owing.unitId} ${owing.consolidatingUnitId} ${audience.join()}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const told = groupBy(
      [
        ...(audience.includes("head") ? ofUnit(owing.unitId) : []),
        ...(audience.includes("consolidator") ? consolidators(owing.consolidatingUnitId) : []),
        ...(audience.includes("leader") ? leadersOf(owing.unitId) : []),
      ],
      (recipient) => recipient.key,
    );
    const picked = [...told.values()].flatMap((posts) => nearestPost(posts) ?? []);
    remembered.set(key, picked);
    return picked;
  };
  return { member: (memberId) => members.get(memberId), pick };
};

/** The post of one person under which the message is addressed. */
export const nearestPost = (posts: readonly Recipient[]): Recipient | undefined =>
  posts.toSorted((one, other) => NEARNESS.indexOf(one.role) - NEARNESS.indexOf(other.role))[0];

const postKey = (role: Role, unitId: string | null): string =>
  unitId === null ? `post:${role}` : `post:${role}:${unitId}`;
