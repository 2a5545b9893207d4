import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { organization } from "./organizations.ts";
import { day, instant, organizationId, systemPolicy, tenantPolicies } from "./tenancy.ts";
import { unit } from "./units.ts";

export const roles = ["head", "deputy", "focal", "consolidator", "leader", "admin"] as const;

/** The only row (with `chat_link`) that holds a person's name; blanked when the person leaves. */
export const member = pgTable(
  "member",
  {
    organizationId: organizationId().references(() => organization.id),
    id: uuid("id").notNull(),
    name: text("name"),
    locale: text("locale", { enum: ["vi", "en"] }).notNull(),
    /** "HH:MM"; null follows the organization's policy. */
    digestAt: text("digest_at"),
    preferredChannel: text("preferred_channel"),
    /** Tried when the preferred one fails; then the chat that was linked last. */
    fallbackChannel: text("fallback_channel"),
    createdAt: instant("created_at").notNull(),
    erasedAt: instant("erased_at"),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] }), ...tenantPolicies("member")],
);

/** A member's post in a unit (leader and administrator: in the organization), from–to. */
export const appointment = pgTable(
  "appointment",
  {
    organizationId: organizationId(),
    id: uuid("id").notNull(),
    memberId: uuid("member_id").notNull(),
    unitId: uuid("unit_id"),
    role: text("role", { enum: roles }).notNull(),
    fromOn: day("from_on").notNull(),
    /** The last day in the post; null while it lasts. */
    toOn: day("to_on"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("appointment_by_member").on(table.organizationId, table.memberId),
    index("appointment_by_unit").on(table.organizationId, table.unitId, table.role),
    index("appointment_watching").on(table.organizationId).where(sql`role in ('consolidator', 'leader')`),
    // Planning finds the new ones of every organization by day.
    index("appointment_by_start").on(table.fromOn, table.organizationId),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [member.organizationId, member.id],
      name: "appointment_member",
    }),
    foreignKey({
      columns: [table.organizationId, table.unitId],
      foreignColumns: [unit.organizationId, unit.id],
      name: "appointment_unit",
    }),
    ...tenantPolicies("appointment"),
  ],
);

/** The units a leader is in charge of; a leader without any is in charge of all that no one else is. */
export const leaderCharge = pgTable(
  "leader_charge",
  {
    organizationId: organizationId(),
    appointmentId: uuid("appointment_id").notNull(),
    unitId: uuid("unit_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.appointmentId, table.unitId] }),
    foreignKey({
      columns: [table.organizationId, table.appointmentId],
      foreignColumns: [appointment.organizationId, appointment.id],
      name: "leader_charge_appointment",
    }),
    foreignKey({
      columns: [table.organizationId, table.unitId],
      foreignColumns: [unit.organizationId, unit.id],
      name: "leader_charge_unit",
    }),
    ...tenantPolicies("leader_charge"),
  ],
);

/** One chat of one messenger that speaks for a member. The keys are blanked when the member leaves. */
export const chatLink = pgTable(
  "chat_link",
  {
    organizationId: organizationId(),
    id: uuid("id").notNull(),
    memberId: uuid("member_id").notNull(),
    channel: text("channel").notNull(),
    /** Which bot of that messenger. */
    account: text("account").notNull(),
    chatKey: text("chat_key"),
    /** The post this chat speaks for, where the member has several. */
    currentAppointmentId: uuid("current_appointment_id"),
    linkedAt: instant("linked_at").notNull(),
    /** Set when the messenger refused for good ("blocked"), cleared when the person writes again. */
    unreachableSince: instant("unreachable_since"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("chat_link_by_member").on(table.organizationId, table.memberId),
    uniqueIndex("chat_link_of_chat")
      .on(table.channel, table.account, table.chatKey)
      .where(sql`revoked_at is null and chat_key is not null`),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [member.organizationId, member.id],
      name: "chat_link_member",
    }),
    ...tenantPolicies("chat_link"),
  ],
);

/** A one-time code, kept as its hash, that links a chat to a member. */
export const invitation = pgTable(
  "invitation",
  {
    organizationId: organizationId(),
    id: uuid("id").notNull(),
    codeHash: text("code_hash").notNull(),
    memberId: uuid("member_id").notNull(),
    createdBy: uuid("created_by"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("invitation_code").on(table.codeHash),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [member.organizationId, member.id],
      name: "invitation_member",
    }),
    ...tenantPolicies("invitation"),
  ],
);

/** Wrong codes typed in one chat; found before an organization is known. */
export const linkAttempt = pgTable(
  "link_attempt",
  {
    channel: text("channel").notNull(),
    account: text("account").notNull(),
    chatKey: text("chat_key").notNull(),
    failures: integer("failures").notNull(),
    lockedUntil: instant("locked_until"),
    lastAt: instant("last_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.channel, table.account, table.chatKey] }),
    ...systemPolicy("link_attempt"),
  ],
);

/** A browser that speaks for a chat link of the web chat; revocable, 180 days. */
export const webSession = pgTable(
  "web_session",
  {
    organizationId: organizationId(),
    id: uuid("id").notNull(),
    chatLinkId: uuid("chat_link_id").notNull(),
    tokenHash: text("token_hash").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("web_session_token").on(table.tokenHash),
    index("web_session_by_link").on(table.organizationId, table.chatLinkId),
    foreignKey({
      columns: [table.organizationId, table.chatLinkId],
      foreignColumns: [chatLink.organizationId, chatLink.id],
      name: "web_session_chat_link",
    }),
    ...tenantPolicies("web_session"),
  ],
);
