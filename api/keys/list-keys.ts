import type { z } from "zod";
import { type KeyRow, selectKeyPage } from "../../db/queries/key-queries.ts";
import { may } from "../members/permissions.ts";
import { idCursorSchema, type Page, pageOf, pageQuerySchema, readCursor } from "../shared/page.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";

/**
 * Every key the office ever made, revoked ones too, with its last use, as they were made. Refuses `not_allowed`,
 * `request_invalid`, `cursor_invalid`.
 */
export const listKeys: UseCase<z.input<typeof pageQuerySchema>, Page<KeyRow>> = async (work, raw) => {
  if (!may(work.actor, "manage-keys")) return refuse("not_allowed");
  const parsed = pageQuerySchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { limit, cursor } = parsed.data;
  const after = cursor === undefined ? null : readCursor(cursor, idCursorSchema);
  if (cursor !== undefined && after === null) return refuse("cursor_invalid");
  const rows = await selectKeyPage(work.tx, { after: after?.[0] ?? null, limit: limit + 1 });
  return ok(pageOf(rows, limit, ({ id }) => [id]));
};
