import { sql } from "drizzle-orm";
import {
  bigint,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { organization } from "./organizations.ts";
import { instant, organizationId, tenantPolicies } from "./tenancy.ts";

/** Where another system wants to hear of what happened: outgoing webhooks follow the audit chain. */
export const subscription = pgTable(
  "subscription",
  {
    organizationId: organizationId().references(() => organization.id),
    id: uuid("id").notNull(),
    url: text("url").notNull(),
    /** Signs what is sent; shown once. It is kept as it is, since a signature cannot be made from a hash. */
    secret: text("secret").notNull(),
    /** Actions of the audit chain; an empty list means all. */
    actions: jsonb("actions").$type<readonly string[]>().notNull(),
    /** The last link of the chain that was turned into deliveries. */
    followedTo: bigint("followed_to", { mode: "number" }).notNull(),
    createdAt: instant("created_at").notNull(),
    /** Set when nothing arrived for days, cleared by a person. */
    pausedAt: instant("paused_at"),
    endedAt: instant("ended_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("subscription_standing")
      .on(table.organizationId)
      .where(sql`ended_at is null and paused_at is null`),
    ...tenantPolicies("subscription"),
  ],
);

/** One event on its way to one subscription, and what became of it. */
export const eventDelivery = pgTable(
  "event_delivery",
  {
    organizationId: organizationId(),
    id: uuid("id").notNull(),
    subscriptionId: uuid("subscription_id").notNull(),
    /** The event: its place in the audit chain. */
    chainPosition: bigint("chain_position", { mode: "number" }).notNull(),
    state: text("state", { enum: ["waiting", "delivered", "failed"] }).notNull(),
    attempts: integer("attempts").notNull(),
    createdAt: instant("created_at").notNull(),
    notBefore: instant("not_before").notNull(),
    settledAt: instant("settled_at"),
    /** The last answer: an HTTP status, or why there was none. */
    lastStatus: integer("last_status"),
    lastProblem: text("last_problem"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("event_delivery_due").on(table.notBefore).where(sql`state = 'waiting'`),
    index("event_delivery_of_subscription").on(
      table.organizationId,
      table.subscriptionId,
      table.chainPosition,
    ),
    foreignKey({
      columns: [table.organizationId, table.subscriptionId],
      foreignColumns: [subscription.organizationId, subscription.id],
      name: "event_delivery_subscription",
    }),
    ...tenantPolicies("event_delivery"),
  ],
);
