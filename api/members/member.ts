import { z } from "zod";
import type { LocalDate } from "../shared/local-date.ts";

export const ROLES = ["head", "deputy", "focal", "consolidator", "leader", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** A messenger's name: that of its folder in `bot/channels`, "web" for the web chat. */
export const channelNameSchema = z.string().regex(/^[a-z]{1,20}$/);
export type ChannelName = z.infer<typeof channelNameSchema>;

/** A post that a member holds today. Leader and administrator stand beside the units: `unit` is null. */
export type Appointment = {
  readonly id: string;
  readonly role: Role;
  readonly unit: { readonly id: string; readonly name: string; readonly kind: string } | null;
  readonly fromOn: LocalDate;
};

/** A member who was identified by a chat link or a session. */
export type MemberActor = {
  readonly kind: "member";
  readonly memberId: string;
  readonly name: string | null;
  readonly locale: "vi" | "en";
  readonly appointments: readonly Appointment[];
  /** The post this chat speaks for; null when the member holds none today. */
  readonly current: Appointment | null;
  readonly chatLinkId: string;
  readonly channel: ChannelName;
};

/** Who asks: a member, the operator at the command line, or the tick. */
export type Actor = MemberActor | { readonly kind: "operator" } | { readonly kind: "tick" };
