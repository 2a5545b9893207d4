import { endAppointment, selectPosts } from "../../db/queries/appointment-queries.ts";
import { eraseMember } from "../../db/queries/member-queries.ts";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { addDays } from "../shared/local-date.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { isPerson } from "./member.ts";

/**
 * A person leaves and is forgotten: posts end today's eve, name and chat keys are blanked, chats and browsers
 * are cut. Notes and the audit chain hold posts and ids, and stay with the office.
 * Refuses `not_allowed`, `last_administrator`.
 */
export const leaveOffice: UseCase<Record<string, never>, { readonly posts: number }> = async (work) => {
  const { actor } = work;
  if (!isPerson(actor)) return refuse("not_allowed");
  await lockOrganization(work.tx);
  const held = await selectPosts(work.tx, work.today);
  const own = held.filter(({ memberId }) => memberId === actor.memberId);
  const remains = held.some(({ role, memberId }) => role === "admin" && memberId !== actor.memberId);
  if (!remains && own.some(({ role }) => role === "admin")) return refuse("last_administrator");

  for (const { id } of own) await endAppointment(work.tx, id, addDays(work.today, -1));
  await eraseMember(work.tx, actor.memberId, work.now);
  await recordAuditEntry(work, "member-left", { kind: "member", id: actor.memberId });
  return ok({ posts: own.length });
};
