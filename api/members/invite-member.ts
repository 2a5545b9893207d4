import { z } from "zod";
import { insertAppointment, selectPosts } from "../../db/queries/appointment-queries.ts";
import { selectConsolidatingUnit } from "../../db/queries/catalogue-load-queries.ts";
import { insertMember } from "../../db/queries/member-queries.ts";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import { selectUnits } from "../../db/queries/unit-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { foldVietnamese } from "../shared/normalise-vietnamese.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import type { UseCase, Work } from "../shared/work.ts";
import { type IssuedCode, issueInvitation } from "./issue-invitation.ts";
import { ROLES, type Role } from "./member.ts";
import { memberNameSchema } from "./member-name.ts";
import { may } from "./permissions.ts";

const inputSchema = z.strictObject({
  /** Not used for leader and administrator; a consolidator without one works in the consolidating unit. */
  unitId: z.uuid().nullable().default(null),
  role: z.enum(ROLES),
  name: memberNameSchema,
});
export type InviteMemberInput = { unitId?: string | null | undefined; role: string; name: string };

export type InvitedMember = IssuedCode & { readonly memberId: string; readonly appointmentId: string };

/**
 * A post from today on, and the code that links a chat to it. The same name in the same post is the same
 * person: a new code, no second row. Refuses `not_allowed`, `role_invalid`, `member_name_invalid`,
 * `unit_required`, `unit_not_found`.
 */
export const inviteMember: UseCase<InviteMemberInput, InvitedMember> = async (work, raw) => {
  if (!may(work.actor, "invite")) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse(refusalOf(parsed.error.issues));
  const { role, name } = parsed.data;

  await lockOrganization(work.tx);
  const unit = await unitOfPost(work, role, parsed.data.unitId);
  if (!unit.ok) return unit;
  const known = (await selectPosts(work.tx, work.today)).find(
    (post) =>
      post.role === role &&
      post.unitId === unit.value &&
      post.memberName !== null &&
      foldVietnamese(post.memberName) === foldVietnamese(name),
  );
  const post =
    known === undefined
      ? await appointNew(work, { unitId: unit.value, role, name })
      : { memberId: known.memberId, appointmentId: known.id };
  const issued = await issueInvitation(work, post.memberId);
  await recordAuditEntry(
    work,
    "member-invited",
    { kind: "appointment", id: post.appointmentId },
    { role, unitId: unit.value, again: known !== undefined },
  );
  return ok({ ...issued, ...post });
};

/** A person's row and post, both from today. */
export const appointNew = async (
  work: Work,
  post: { readonly unitId: string | null; readonly role: Role; readonly name: string },
): Promise<{ readonly memberId: string; readonly appointmentId: string }> => {
  const memberId = work.newId();
  const appointmentId = work.newId();
  await insertMember(work.tx, {
    id: memberId,
    name: post.name,
    locale: "vi",
    digestAt: null,
    preferredChannel: null,
    createdAt: work.now,
    erasedAt: null,
  });
  await insertAppointment(work.tx, {
    id: appointmentId,
    memberId,
    unitId: post.unitId,
    role: post.role,
    fromOn: work.today,
    toOn: null,
  });
  return { memberId, appointmentId };
};

const refusalOf = (issues: readonly { readonly path: readonly PropertyKey[] }[]) => {
  const field = issues[0]?.path[0];
  if (field === "role") return "role_invalid";
  if (field === "name") return "member_name_invalid";
  return "request_invalid";
};

/** Where a post of that role stands: leader and administrator beside the units. */
export const unitOfPost = async (
  work: Work,
  role: Role,
  given: string | null,
): Promise<Result<string | null>> => {
  if (role === "leader" || role === "admin") return ok(null);
  const unitId =
    given ?? (role === "consolidator" ? await selectConsolidatingUnit(work.tx, work.today) : null);
  if (unitId === null) return refuse("unit_required");
  const units = await selectUnits(work.tx);
  return units.some(({ id }) => id === unitId) ? ok(unitId) : refuse("unit_not_found");
};
