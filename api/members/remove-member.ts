import { z } from "zod";
import { endAppointment, selectPosts } from "../../db/queries/appointment-queries.ts";
import { eraseMember, selectMember } from "../../db/queries/member-queries.ts";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { addDays } from "../shared/local-date.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { may } from "./permissions.ts";
import { tellLeaver } from "./tell-leaver.ts";

const inputSchema = z.strictObject({ memberId: z.uuid() });

/**
 * The administrator lets a person go: every post ends today's eve with nobody to follow, the person hears it in the
 * chats that end, and is forgotten as by leaving: name and chat keys are blanked. Notes stay with the unit.
 * Refuses `not_allowed`, `request_invalid`, `member_not_found`, `last_administrator`.
 */
export const removeMember: UseCase<z.input<typeof inputSchema>, { readonly posts: number }> = async (
  work,
  raw,
) => {
  if (!may(work.actor, "hand-over")) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { memberId } = parsed.data;
  await lockOrganization(work.tx);
  const member = await selectMember(work.tx, memberId);
  if (member === null || member.erasedAt !== null) return refuse("member_not_found");
  const held = await selectPosts(work.tx, work.today);
  const own = held.filter((post) => post.memberId === memberId);
  const remains = held.some((post) => post.role === "admin" && post.memberId !== memberId);
  if (!remains && own.some(({ role }) => role === "admin")) return refuse("last_administrator");

  // Whoever removes themselves hears it as the answer.
  const self = work.actor.kind === "member" && work.actor.memberId === memberId;
  for (const post of own) {
    await endAppointment(work.tx, post.id, addDays(work.today, -1));
    if (!self) await tellLeaver(work, post, true);
  }
  await eraseMember(work.tx, memberId, work.now);
  await recordAuditEntry(
    work,
    "member-removed",
    { kind: "member", id: memberId },
    { appointments: own.map(({ id }) => id) },
  );
  return ok({ posts: own.length });
};
