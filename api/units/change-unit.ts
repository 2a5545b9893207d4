import { z } from "zod";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import { deleteAliases, insertAliases, updateUnit } from "../../db/queries/unit-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { may } from "../members/permissions.ts";
import { foldVietnamese } from "../shared/normalise-vietnamese.ts";
import { refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { unitNameSchema } from "./add-unit.ts";
import { listNamedUnits } from "./list-units.ts";
import { matchUnit } from "./match-unit.ts";
import { type ShownUnit, showUnit } from "./show-unit.ts";
import { UNIT_KINDS } from "./unit.ts";

export const changeUnitSchema = z.strictObject({
  name: unitNameSchema.optional(),
  kind: z.enum(UNIT_KINDS).optional(),
  /** All of them: what is left out is an alias no longer. */
  aliases: z.array(unitNameSchema).max(50).optional(),
});
export type ChangeUnitInput = z.input<typeof changeUnitSchema> & { readonly unitId: string };

/**
 * Another name, kind or set of aliases; the unit's tasks, notes and people stay with it.
 * Refuses `not_allowed`, `request_invalid`, `unit_not_found`, `unit_name_taken`.
 */
export const changeUnit: UseCase<ChangeUnitInput, ShownUnit> = async (work, { unitId, ...raw }) => {
  if (!may(work.actor, "change-units")) return refuse("not_allowed");
  const parsed = changeUnitSchema.safeParse(raw);
  if (!parsed.success) return refuse("unit_name_invalid");
  const { name, kind, aliases } = parsed.data;
  await lockOrganization(work.tx);
  const before = await showUnit(work, { unitId });
  if (!before.ok || Object.keys(parsed.data).length === 0) return before;

  const others = (await listNamedUnits(work.tx)).filter(({ id }) => id !== unitId);
  const spellings = [...(name === undefined ? [] : [name]), ...(aliases ?? [])];
  if (spellings.some((spelling) => matchUnit(spelling, others).kind === "found"))
    return refuse("unit_name_taken");

  await updateUnit(work.tx, unitId, {
    ...(name === undefined ? {} : { name, foldedName: foldVietnamese(name) }),
    ...(kind === undefined ? {} : { kind }),
  });
  if (aliases !== undefined) {
    await deleteAliases(work.tx, unitId);
    const own = foldVietnamese(name ?? before.value.name);
    const folded = new Map(aliases.map((alias) => [foldVietnamese(alias), alias]));
    folded.delete(own);
    await insertAliases(
      work.tx,
      [...folded].map(([foldedAlias, alias]) => ({
        id: work.newId(),
        unitId,
        groupId: null,
        alias,
        foldedAlias,
      })),
    );
  }
  await recordAuditEntry(
    work,
    "unit-changed",
    { kind: "unit", id: unitId },
    { fields: Object.keys(parsed.data) },
  );
  return showUnit(work, { unitId });
};
