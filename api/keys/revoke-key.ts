import { z } from "zod";
import { markKeyRevoked } from "../../db/queries/key-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { may } from "../members/permissions.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";

const inputSchema = z.strictObject({ keyId: z.uuid() });

/** From this moment on the key is nobody's. Refuses `not_allowed`, `key_not_found`. */
export const revokeKey: UseCase<z.input<typeof inputSchema>, null> = async (work, raw) => {
  if (!may(work.actor, "manage-keys")) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  if (!(await markKeyRevoked(work.tx, parsed.data.keyId, work.now))) return refuse("key_not_found");
  await recordAuditEntry(work, "key-revoked", { kind: "api_key", id: parsed.data.keyId });
  return ok(null);
};
