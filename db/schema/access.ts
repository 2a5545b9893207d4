import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { organization } from "./organizations.ts";
import { instant, organizationId, tenantPolicies } from "./tenancy.ts";

export const keyScopes = ["read", "write", "admin"] as const;

/** A key by which another system of the office speaks to the API; the key itself is shown once and kept nowhere. */
export const apiKey = pgTable(
  "api_key",
  {
    organizationId: organizationId().references(() => organization.id),
    id: uuid("id").notNull(),
    /** What the office calls it: the system that holds it. */
    name: text("name").notNull(),
    scope: text("scope", { enum: keyScopes }).notNull(),
    keyHash: text("key_hash").notNull(),
    /** Its first characters, so that a person finds the one that is meant. */
    hint: text("hint").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at"),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("api_key_hash").on(table.keyHash),
    ...tenantPolicies("api_key"),
  ],
);

/** What a write with an `Idempotency-Key` answered, for a day: said again instead of done again. */
export const answeredRequest = pgTable(
  "answered_request",
  {
    organizationId: organizationId().references(() => organization.id),
    /** The key or the member that asked: two callers may use the same words. */
    caller: text("caller").notNull(),
    idempotencyKey: text("idempotency_key").notNull(),
    /** SHA-256 of method, path and body: the same key with another request is a mistake. */
    requestHash: text("request_hash").notNull(),
    status: integer("status").notNull(),
    /** The headers that belong to the answer (`etag`, `location`). */
    headers: jsonb("headers").notNull(),
    /** Sealed for the caller's token: it may hold a key or a code that is shown this once. */
    body: text("body").notNull(),
    answeredAt: instant("answered_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.caller, table.idempotencyKey] }),
    index("answered_request_by_age").on(table.answeredAt),
    ...tenantPolicies("answered_request"),
  ],
);

/** The private address of a calendar: due dates and report dates of one member, or of one unit. */
export const calendarFeed = pgTable(
  "calendar_feed",
  {
    organizationId: organizationId().references(() => organization.id),
    id: uuid("id").notNull(),
    /** Exactly one of the two. */
    memberId: uuid("member_id"),
    unitId: uuid("unit_id"),
    /** Only the hash of the address's secret is kept. */
    tokenHash: text("token_hash").notNull(),
    createdAt: instant("created_at").notNull(),
    lastReadAt: instant("last_read_at"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("calendar_feed_token").on(table.tokenHash),
    index("calendar_feed_standing").on(table.organizationId).where(sql`revoked_at is null`),
    ...tenantPolicies("calendar_feed"),
  ],
);
