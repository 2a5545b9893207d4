import type { z } from "zod";
import {
  type NearOrganization,
  selectOrganizationsNear,
} from "../../db/queries/system-organization-queries.ts";
import type { BothTx } from "../../db/scope.ts";
import { may } from "../members/permissions.ts";
import { idCursorSchema, type Page, pageOf, pageQuerySchema, readCursor } from "../shared/page.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import type { Work } from "../shared/work.ts";

/**
 * The caller's office and those directly below it, by code and name: of theirs nothing else is seen from here.
 * Refuses `not_allowed`, `request_invalid`, `cursor_invalid`.
 */
export const listOrganizations = async (
  work: Work,
  both: BothTx,
  raw: z.input<typeof pageQuerySchema>,
): Promise<Result<Page<NearOrganization>>> => {
  if (!may(work.actor, "see-documents")) return refuse("not_allowed");
  const parsed = pageQuerySchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { limit, cursor } = parsed.data;
  const after = cursor === undefined ? null : readCursor(cursor, idCursorSchema);
  if (cursor !== undefined && after === null) return refuse("cursor_invalid");
  const found = await both.asSystem((system) =>
    selectOrganizationsNear(system, work.organization.id, { after: after?.[0] ?? null, limit: limit + 1 }),
  );
  return ok(pageOf(found, limit, ({ id }) => [id]));
};
