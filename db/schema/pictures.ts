import { customType, index, pgTable, text } from "drizzle-orm/pg-core";
import { instant, systemPolicy } from "./tenancy.ts";

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
  // postgres.js hands out Node's Buffer, the embedded database plain bytes.
  fromDriver: (stored) => new Uint8Array(stored),
});

/**
 * A picture that a messenger fetches by its address: some take no bytes. Who knows the key sees it, until it
 * expires; only the key's hash is kept.
 */
export const publishedPicture = pgTable(
  "published_picture",
  {
    keyHash: text("key_hash").primaryKey(),
    kind: text("kind").notNull(),
    bytes: bytes("bytes").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [index("published_picture_expiry").on(table.expiresAt), ...systemPolicy("published_picture")],
);
