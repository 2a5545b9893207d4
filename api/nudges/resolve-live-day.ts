import { localDateAt } from "../shared/local-date.ts";
import type { PlanningFacts } from "./planning-facts.ts";

/**
 * The facts with the day on which the office went live: that of the first planning at which a catalogue is in force
 * and somebody in a post could be told. Null before that: nothing is planned.
 */
export const resolveLiveDay = (facts: PlanningFacts, now: Date): PlanningFacts | null => {
  if (facts.organization.liveOn !== null) return facts;
  const today = localDateAt(now, facts.organization.timeZone);
  const inForce = facts.catalogues.some(
    ({ scopeStartOn, scopeEndOn }) => scopeStartOn <= today && today <= scopeEndOn,
  );
  const posts = new Set(facts.posts.map(({ memberId }) => memberId));
  const reachable = facts.members.some(({ id, reachableSince }) => reachableSince !== null && posts.has(id));
  return inForce && reachable ? { ...facts, organization: { ...facts.organization, liveOn: today } } : null;
};
