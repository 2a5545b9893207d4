import { z } from "zod";
import { selectChatLinksOfMember } from "../../db/queries/chat-link-queries.ts";
import { selectMember, updateMember } from "../../db/queries/member-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { localTimeSchema } from "../shared/local-date.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { type ChannelName, channelNameSchema } from "./member.ts";
import { may } from "./permissions.ts";

const inputSchema = z
  .strictObject({
    locale: z.enum(["vi", "en"]).optional(),
    /** "HH:MM"; null follows the office again. */
    digestAt: localTimeSchema.nullable().optional(),
    /** Null: no preference. */
    preferredChannel: channelNameSchema.nullable().optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined));
export type ChangeMemberSettingsInput = {
  readonly locale?: string;
  readonly digestAt?: string | null;
  readonly preferredChannel?: string | null;
};

export type MemberSettings = {
  readonly locale: "vi" | "en";
  readonly digestAt: string | null;
  readonly preferredChannel: ChannelName | null;
};

/**
 * A person's own language, hour of the digest and channel. What is absent stays.
 * Refuses `not_allowed`, `time_invalid`, `setting_invalid` (an unlinked channel included), `member_not_found`.
 */
export const changeMemberSettings: UseCase<ChangeMemberSettingsInput, MemberSettings> = async (work, raw) => {
  const { actor } = work;
  if (actor.kind !== "member" || !may(actor, "change-settings")) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success)
    return refuse(parsed.error.issues[0]?.path[0] === "digestAt" ? "time_invalid" : "setting_invalid");
  const { locale, digestAt, preferredChannel } = parsed.data;

  const member = await selectMember(work.tx, actor.memberId);
  if (member === null) return refuse("member_not_found");
  if (preferredChannel !== undefined && preferredChannel !== null) {
    const links = await selectChatLinksOfMember(work.tx, member.id);
    if (!links.some(({ channel }) => channel === preferredChannel)) return refuse("setting_invalid");
  }
  const settings: MemberSettings = {
    locale: locale ?? member.locale,
    digestAt: digestAt === undefined ? member.digestAt : digestAt,
    preferredChannel: preferredChannel === undefined ? member.preferredChannel : preferredChannel,
  };
  await updateMember(work.tx, member.id, settings);
  await recordAuditEntry(work, "settings-changed", { kind: "member", id: member.id }, { ...settings });
  return ok(settings);
};
