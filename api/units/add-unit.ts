import { z } from "zod";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import { insertAliases, insertUnits, selectUnits } from "../../db/queries/unit-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { may } from "../members/permissions.ts";
import { foldVietnamese } from "../shared/normalise-vietnamese.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { listNamedUnits } from "./list-units.ts";
import { matchUnit } from "./match-unit.ts";
import { UNIT_KINDS } from "./unit.ts";

export const unitNameSchema = z
  .string()
  .normalize("NFC")
  .trim()
  .min(1)
  .max(200)
  // A name is found again by its letters and digits: it needs one.
  .regex(/^\P{Cc}*[\p{L}\p{N}]\P{Cc}*$/u)
  .meta({ example: "Phòng Văn hóa - Xã hội" });

export const addUnitSchema = z.strictObject({
  name: unitNameSchema,
  kind: z.enum(UNIT_KINDS).default("department"),
  aliases: z.array(unitNameSchema).max(50).default([]),
});
export type AddUnitInput = {
  name: string;
  kind?: string | undefined;
  aliases?: readonly string[] | undefined;
};

/**
 * A unit of the office, with the other spellings under which it is known.
 * Refuses `not_allowed`, `unit_kind_invalid`, `unit_name_invalid`, `unit_name_taken`.
 */
export const addUnit: UseCase<AddUnitInput, { readonly unitId: string }> = async (work, raw) => {
  if (!may(work.actor, "add-unit")) return refuse("not_allowed");
  const parsed = addUnitSchema.safeParse(raw);
  if (!parsed.success)
    return refuse(
      parsed.error.issues.some(({ path }) => path[0] === "kind") ? "unit_kind_invalid" : "unit_name_invalid",
    );
  const { name, kind, aliases } = parsed.data;

  await lockOrganization(work.tx);
  const foldedName = foldVietnamese(name);
  const others = new Map(aliases.map((alias) => [foldVietnamese(alias), alias]));
  others.delete(foldedName);
  const named = await listNamedUnits(work.tx);
  if ([name, ...others.values()].some((spelling) => matchUnit(spelling, named).kind !== "unknown"))
    return refuse("unit_name_taken");

  const units = await selectUnits(work.tx);
  const unitId = work.newId();
  await insertUnits(work.tx, [
    {
      id: unitId,
      name,
      foldedName,
      shortName: null,
      kind,
      position: Math.max(0, ...units.map(({ position }) => position + 1)),
      createdAt: work.now,
    },
  ]);
  await insertAliases(
    work.tx,
    [...others].map(([foldedAlias, alias]) => ({
      id: work.newId(),
      unitId,
      groupId: null,
      alias,
      foldedAlias,
    })),
  );
  await recordAuditEntry(work, "unit-added", { kind: "unit", id: unitId }, { unitKind: kind });
  return ok({ unitId });
};
