import { z } from "zod";
import type { LocalDate } from "../shared/local-date.ts";

export const ROLES = ["head", "deputy", "focal", "consolidator", "leader", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** A messenger's name: that of its folder in `bot/channels`, "web" for the web chat. */
export const channelNameSchema = z
  .string()
  .regex(/^[a-z]{1,20}$/)
  .meta({ example: "telegram" });
export type ChannelName = z.infer<typeof channelNameSchema>;

/** A post that a member holds today. Leader and administrator stand beside the units: `unit` is null. */
export type Appointment = {
  readonly id: string;
  readonly role: Role;
  readonly unit: { readonly id: string; readonly name: string; readonly kind: string } | null;
  readonly fromOn: LocalDate;
};

/** What a key may do at most: look, do what posts do, administer. */
export const KEY_SCOPES = ["read", "write", "admin"] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** A member who was identified by a chat link or a session, or in whose post a key acts. */
export type MemberActor = {
  readonly kind: "member";
  readonly memberId: string;
  readonly name: string | null;
  readonly locale: "vi" | "en";
  readonly appointments: readonly Appointment[];
  /** The post this chat speaks for; null when the member holds none today. */
  readonly current: Appointment | null;
  /** Null where no chat stands behind it: a key acts in the post. */
  readonly chatLinkId: string | null;
  readonly channel: ChannelName;
  /** The key that acts in the post; null when the person acts. */
  readonly keyId: string | null;
};

/** Who speaks in a chat. */
export type LinkedMember = MemberActor & { readonly chatLinkId: string };

/** Another system of the office, by its key and in nobody's post. */
export type KeyActor = { readonly kind: "key"; readonly keyId: string; readonly scope: KeyScope };

/** Who asks: a member, a key, the operator at the command line, or the tick. */
export type Actor = MemberActor | KeyActor | { readonly kind: "operator" } | { readonly kind: "tick" };

/** The person, speaking for themselves in a chat or a browser: what is theirs alone, no key does. */
export const isPerson = (actor: Actor): actor is LinkedMember =>
  actor.kind === "member" && actor.keyId === null && actor.chatLinkId !== null;
