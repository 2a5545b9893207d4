import { randomBytes } from "node:crypto";
import { z } from "zod";
import { insertKey } from "../../db/queries/key-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { hashSecret } from "../members/hash-secret.ts";
import { KEY_SCOPES, type KeyScope } from "../members/member.ts";
import { may } from "../members/permissions.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { hintOf, KEY_BYTES, keyFrom } from "./api-key.ts";

const LONGEST_DAYS = 3_660;

export const createKeySchema = z.strictObject({
  scope: z.enum(KEY_SCOPES),
  name: z
    .string()
    .normalize("NFC")
    .trim()
    .min(1)
    .max(100)
    .regex(/^\P{Cc}*$/u)
    .meta({ example: "Cổng một cửa" }),
  /** Days until it ends by itself; without it the key lasts until it is revoked. */
  days: z.int().min(1).max(LONGEST_DAYS).nullable().default(null),
});
export type CreateKeyInput = z.input<typeof createKeySchema>;

export type CreatedKey = {
  readonly id: string;
  /** Shown this once: its hash is kept. */
  readonly key: string;
  readonly name: string;
  readonly scope: KeyScope;
  readonly expiresAt: Date | null;
};

/** Refuses `not_allowed`, `request_invalid`. */
export const createKey: UseCase<CreateKeyInput, CreatedKey> = async (work, raw) => {
  if (!may(work.actor, "manage-keys")) return refuse("not_allowed");
  const parsed = createKeySchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { scope, name, days } = parsed.data;
  const key = keyFrom(randomBytes(KEY_BYTES));
  const id = work.newId();
  const expiresAt = days === null ? null : new Date(work.now.getTime() + days * 86_400_000);
  await insertKey(work.tx, {
    id,
    name,
    scope,
    keyHash: hashSecret(key),
    hint: hintOf(key),
    createdAt: work.now,
    expiresAt,
    lastUsedAt: null,
    revokedAt: null,
  });
  await recordAuditEntry(work, "key-created", { kind: "api_key", id }, { scope });
  return ok({ id, key, name, scope, expiresAt });
};
