import { z } from "zod";
import { selectMember, updateMember } from "../../db/queries/member-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { type ShownMember, showMember } from "./list-members.ts";
import { memberNameSchema } from "./member-name.ts";
import { may } from "./permissions.ts";

const inputSchema = z.strictObject({ memberId: z.uuid(), name: memberNameSchema });

/** A name that was written wrongly; the person and the posts stay. Refuses `not_allowed`, `member_name_invalid`, `member_not_found`. */
export const changeMemberName: UseCase<z.input<typeof inputSchema>, ShownMember> = async (work, raw) => {
  if (!may(work.actor, "invite")) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("member_name_invalid");
  const { memberId, name } = parsed.data;
  const member = await selectMember(work.tx, memberId);
  if (member === null || member.erasedAt !== null) return refuse("member_not_found");
  await updateMember(work.tx, memberId, { name });
  await recordAuditEntry(work, "member-renamed", { kind: "member", id: memberId });
  return showMember(work, { memberId });
};
