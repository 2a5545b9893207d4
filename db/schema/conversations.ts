import { sql } from "drizzle-orm";
import {
  bigint,
  foreignKey,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { appointment, chatLink } from "./members.ts";
import {
  appRole,
  day,
  instant,
  organizationId,
  systemPolicy,
  systemRole,
  tenantPolicies,
} from "./tenancy.ts";

/** What a messenger brought, stored once before it is acknowledged. Content and chat are blanked once handled. */
export const incomingUpdate = pgTable(
  "incoming_update",
  {
    id: uuid("id").primaryKey(),
    channel: text("channel").notNull(),
    account: text("account").notNull(),
    updateKey: text("update_key").notNull(),
    /** Order of arrival: one chat's updates are handled one after another. */
    sequence: bigint("sequence", { mode: "number" }).generatedAlwaysAsIdentity().notNull(),
    chatKey: text("chat_key"),
    content: jsonb("content"),
    receivedAt: instant("received_at").notNull(),
    handledAt: instant("handled_at"),
    failures: integer("failures").notNull(),
    retryAt: instant("retry_at"),
  },
  (table) => [
    unique("incoming_update_key").on(table.channel, table.account, table.updateKey),
    index("incoming_update_waiting")
      .on(table.channel, table.account, table.chatKey, table.sequence)
      .where(sql`handled_at is null`),
    ...systemPolicy("incoming_update"),
  ],
);

/** The state of one chat's talk: which dialogue, at which step, which card is open, what can be undone. */
export const conversation = pgTable(
  "conversation",
  {
    organizationId: organizationId(),
    chatLinkId: uuid("chat_link_id").notNull(),
    state: jsonb("state").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.chatLinkId] }),
    foreignKey({
      columns: [table.organizationId, table.chatLinkId],
      foreignColumns: [chatLink.organizationId, chatLink.id],
      name: "conversation_chat_link",
    }),
    ...tenantPolicies("conversation"),
  ],
);

const ownMessages = sql`organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid`;

/** What is to be said to whom. A stranger's answer belongs to no organization and carries its own address. */
export const outboxMessage = pgTable(
  "outbox_message",
  {
    id: uuid("id").primaryKey(),
    organizationId: uuid("organization_id"),
    /** Order of saying within one chat. */
    sequence: bigint("sequence", { mode: "number" }).generatedAlwaysAsIdentity().notNull(),
    memberId: uuid("member_id"),
    /** The chat an answer belongs to; null for what finds the member's best chat at delivery. */
    chatLinkId: uuid("chat_link_id"),
    channel: text("channel"),
    account: text("account"),
    chatKey: text("chat_key"),
    locale: text("locale", { enum: ["vi", "en"] }).notNull(),
    purpose: text("purpose", { enum: ["reply", "notice", "nudge"] }).notNull(),
    message: jsonb("message").notNull(),
    /** What a person's answer to this message is about. */
    subject: jsonb("subject"),
    /** The message of the messenger that this one answers or replaces. */
    editsMessageKey: text("edits_message_key"),
    state: text("state", { enum: ["queued", "sending", "sent", "failed", "withdrawn"] }).notNull(),
    createdAt: instant("created_at").notNull(),
    notBefore: instant("not_before").notNull(),
    attempts: integer("attempts").notNull(),
    claimedBy: text("claimed_by"),
    claimedAt: instant("claimed_at"),
    sentAt: instant("sent_at"),
    sentKeys: jsonb("sent_keys"),
    /** The link it went to, once it was sent. */
    sentLinkId: uuid("sent_link_id"),
    failure: text("failure"),
  },
  (table) => [
    index("outbox_message_due").on(table.notBefore).where(sql`state in ('queued', 'sending')`),
    index("outbox_message_of_office").on(table.organizationId, table.sequence),
    index("outbox_message_of_link").on(table.organizationId, table.chatLinkId, table.sequence),
    index("outbox_message_of_member").on(table.organizationId, table.memberId, table.sequence),
    index("outbox_message_sent_link").on(table.organizationId, table.sentLinkId, table.sequence),
    pgPolicy("outbox_message_of_organization", { to: appRole, using: ownMessages, withCheck: ownMessages }),
    pgPolicy("outbox_message_for_system", { to: systemRole, using: sql`true`, withCheck: sql`true` }),
  ],
);

/** A group of the office in a messenger, connected by its administrator: it hears the week's summary, never a note. */
export const groupChat = pgTable(
  "group_chat",
  {
    organizationId: organizationId(),
    id: uuid("id").notNull(),
    channel: text("channel").notNull(),
    account: text("account").notNull(),
    chatKey: text("chat_key").notNull(),
    locale: text("locale", { enum: ["vi", "en"] }).notNull(),
    connectedBy: uuid("connected_by").notNull(),
    connectedAt: instant("connected_at").notNull(),
    disconnectedAt: instant("disconnected_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    uniqueIndex("group_chat_of_chat")
      .on(table.channel, table.account, table.chatKey)
      .where(sql`disconnected_at is null`),
    foreignKey({
      columns: [table.organizationId, table.connectedBy],
      foreignColumns: [appointment.organizationId, appointment.id],
      name: "group_chat_connected_by",
    }),
    ...tenantPolicies("group_chat"),
  ],
);

/** Which week's summary a group was given: one each, however often the tick looks. `weekOf` is its Monday. */
export const groupSummary = pgTable(
  "group_summary",
  {
    organizationId: organizationId(),
    groupChatId: uuid("group_chat_id").notNull(),
    weekOf: day("week_of").notNull(),
    queuedAt: instant("queued_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.groupChatId, table.weekOf] }),
    foreignKey({
      columns: [table.organizationId, table.groupChatId],
      foreignColumns: [groupChat.organizationId, groupChat.id],
      name: "group_summary_group_chat",
    }),
    ...tenantPolicies("group_summary"),
  ],
);
