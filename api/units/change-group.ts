import { z } from "zod";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import { deleteGroupAliases, updateGroup } from "../../db/queries/unit-group-queries.ts";
import { insertAliases } from "../../db/queries/unit-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { may } from "../members/permissions.ts";
import { foldVietnamese } from "../shared/normalise-vietnamese.ts";
import { refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { unitNameSchema } from "./add-unit.ts";
import { listNamedUnits } from "./list-units.ts";
import { matchUnit } from "./match-unit.ts";
import { type ShownGroup, showGroup } from "./show-group.ts";

export const changeGroupSchema = z.strictObject({
  name: unitNameSchema.optional(),
  /** All of them: what is left out is an alias no longer. */
  aliases: z.array(unitNameSchema).max(50).optional(),
});
export type ChangeGroupInput = z.input<typeof changeGroupSchema> & { readonly groupId: string };

/**
 * Another name or set of aliases; who belongs to the group is confirmed by itself.
 * Refuses `not_allowed`, `group_not_found`, `unit_name_invalid`, `unit_name_taken`.
 */
export const changeGroup: UseCase<ChangeGroupInput, ShownGroup> = async (work, { groupId, ...raw }) => {
  if (!may(work.actor, "change-units")) return refuse("not_allowed");
  const parsed = changeGroupSchema.safeParse(raw);
  if (!parsed.success) return refuse("unit_name_invalid");
  const { name, aliases } = parsed.data;
  await lockOrganization(work.tx);
  const before = await showGroup(work, { groupId });
  if (!before.ok || Object.keys(parsed.data).length === 0) return before;

  const others = (await listNamedUnits(work.tx)).filter(({ id }) => id !== groupId);
  const known = new Set([before.value.name, ...before.value.aliases].map(foldVietnamese));
  const spellings = [...(name === undefined ? [] : [name]), ...(aliases ?? [])];
  // What documents have called it so far stays allowed, even where it also begins another's name.
  const fresh = spellings.filter((spelling) => !known.has(foldVietnamese(spelling)));
  if (fresh.some((spelling) => matchUnit(spelling, others).kind !== "unknown"))
    return refuse("unit_name_taken");

  if (name !== undefined) await updateGroup(work.tx, groupId, { name, foldedName: foldVietnamese(name) });
  if (aliases !== undefined) {
    await deleteGroupAliases(work.tx, groupId);
    const folded = new Map(aliases.map((alias) => [foldVietnamese(alias), alias]));
    folded.delete(foldVietnamese(name ?? before.value.name));
    await insertAliases(
      work.tx,
      [...folded].map(([foldedAlias, alias]) => ({
        id: work.newId(),
        unitId: null,
        groupId,
        alias,
        foldedAlias,
      })),
    );
  }
  await recordAuditEntry(
    work,
    "group-changed",
    { kind: "unit_group", id: groupId },
    { fields: Object.keys(parsed.data) },
  );
  return showGroup(work, { groupId });
};
