import { z } from "zod";
import { selectChatLinksOfMember } from "../../db/queries/chat-link-queries.ts";
import { selectMember, updateMember } from "../../db/queries/member-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { localTimeSchema } from "../shared/local-date.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { channelNameSchema, isPerson } from "./member.ts";
import { may } from "./permissions.ts";
import { type ChannelWishes, resolveChannels } from "./resolve-channels.ts";

const inputSchema = z
  .strictObject({
    locale: z.enum(["vi", "en"]).optional(),
    /** "HH:MM"; null follows the office again. */
    digestAt: localTimeSchema.nullable().optional(),
    /** Null: no preference. */
    preferredChannel: channelNameSchema.nullable().optional(),
    /** Tried when the preferred one fails; null: the chat linked last. */
    fallbackChannel: channelNameSchema.nullable().optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined));
export type ChangeMemberSettingsInput = {
  readonly locale?: string | undefined;
  readonly digestAt?: string | null | undefined;
  readonly preferredChannel?: string | null | undefined;
  readonly fallbackChannel?: string | null | undefined;
};

export type MemberSettings = ChannelWishes & {
  readonly locale: "vi" | "en";
  readonly digestAt: string | null;
};

/**
 * A person's own language, hour of the digest and channels. What is absent stays, but a fallback that becomes the
 * preferred channel is no fallback any more.
 * Refuses `not_allowed`, `time_invalid`, `setting_invalid` (a channel that is not linked, or both channels the same,
 * included), `member_not_found`.
 */
export const changeMemberSettings: UseCase<ChangeMemberSettingsInput, MemberSettings> = async (work, raw) => {
  const { actor } = work;
  if (!isPerson(actor) || !may(actor, "change-settings")) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success)
    return refuse(parsed.error.issues[0]?.path[0] === "digestAt" ? "time_invalid" : "setting_invalid");
  const { locale, digestAt } = parsed.data;

  const member = await selectMember(work.tx, actor.memberId);
  if (member === null) return refuse("member_not_found");
  const linked = (await selectChatLinksOfMember(work.tx, member.id)).map(({ channel }) => channel);
  const channels = chooseChannels(parsed.data, member, linked);
  if (channels === null) return refuse("setting_invalid");
  const settings: MemberSettings = {
    locale: locale ?? member.locale,
    digestAt: digestAt === undefined ? member.digestAt : digestAt,
    ...channels,
  };
  await updateMember(work.tx, member.id, settings);
  await recordAuditEntry(work, "settings-changed", { kind: "member", id: member.id }, { ...settings });
  return ok({ ...settings, ...resolveChannels(channels, linked) });
};

/** The wishes after a change; null when they cannot be. Without a change they stay stored as they are. */
const chooseChannels = (
  asked: { readonly [Wish in keyof ChannelWishes]?: ChannelWishes[Wish] | undefined },
  stored: ChannelWishes,
  linked: readonly string[],
): ChannelWishes | null => {
  const { preferredChannel, fallbackChannel } = stored;
  if (asked.preferredChannel === undefined && asked.fallbackChannel === undefined)
    return { preferredChannel, fallbackChannel };
  const now = resolveChannels(stored, linked);
  const preferred = asked.preferredChannel === undefined ? now.preferredChannel : asked.preferredChannel;
  const kept = now.fallbackChannel === preferred ? null : now.fallbackChannel;
  const fallback = asked.fallbackChannel === undefined ? kept : asked.fallbackChannel;
  const unlinked = [preferred, fallback].some((channel) => channel !== null && !linked.includes(channel));
  if (unlinked || (fallback !== null && fallback === preferred)) return null;
  return { preferredChannel: preferred, fallbackChannel: fallback };
};
