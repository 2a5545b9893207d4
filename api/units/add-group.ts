import { z } from "zod";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import { insertAliases, insertGroups } from "../../db/queries/unit-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { may } from "../members/permissions.ts";
import { foldVietnamese } from "../shared/normalise-vietnamese.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { unitNameSchema } from "./add-unit.ts";
import { listNamedUnits } from "./list-units.ts";
import { matchUnit } from "./match-unit.ts";

export const addGroupSchema = z.strictObject({
  name: unitNameSchema,
  aliases: z.array(unitNameSchema).max(50).default([]),
});

/**
 * A named list of units; it holds none, and nobody owes anything for it, until its units are confirmed.
 * Refuses `not_allowed`, `unit_name_invalid`, `unit_name_taken`.
 */
export const addGroup: UseCase<z.input<typeof addGroupSchema>, { readonly groupId: string }> = async (
  work,
  raw,
) => {
  if (!may(work.actor, "change-units")) return refuse("not_allowed");
  const parsed = addGroupSchema.safeParse(raw);
  if (!parsed.success) return refuse("unit_name_invalid");
  const { name, aliases } = parsed.data;

  await lockOrganization(work.tx);
  const foldedName = foldVietnamese(name);
  const others = new Map(aliases.map((alias) => [foldVietnamese(alias), alias]));
  others.delete(foldedName);
  const named = await listNamedUnits(work.tx);
  if ([name, ...others.values()].some((spelling) => matchUnit(spelling, named).kind !== "unknown"))
    return refuse("unit_name_taken");

  const groupId = work.newId();
  await insertGroups(work.tx, [
    { id: groupId, name, foldedName, groupOf: null, confirmedAt: null, createdAt: work.now },
  ]);
  await insertAliases(
    work.tx,
    [...others].map(([foldedAlias, alias]) => ({
      id: work.newId(),
      unitId: null,
      groupId,
      alias,
      foldedAlias,
    })),
  );
  await recordAuditEntry(work, "group-added", { kind: "unit_group", id: groupId });
  return ok({ groupId });
};
