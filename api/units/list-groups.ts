import { z } from "zod";
import { selectUnitGroups } from "../../db/queries/unit-group-queries.ts";
import { selectAliases, selectUnits } from "../../db/queries/unit-queries.ts";
import { may } from "../members/permissions.ts";
import { localDateSchema } from "../shared/local-date.ts";
import { foldMatches } from "../shared/normalise-vietnamese.ts";
import { idCursorSchema, type Page, pageOf, pageQuerySchema, readCursor } from "../shared/page.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { aliasesOf, type ShownGroup } from "./show-group.ts";

export const groupFilterSchema = pageQuerySchema.extend({
  /** Words of its name or of an alias, without diacritics. */
  q: z.string().max(200).optional(),
  /** The day whose members are shown; today without it. */
  on: localDateSchema.optional(),
});

const membershipsSchema = z.array(
  z.object({ unitId: z.uuid(), fromOn: z.string(), toOn: z.string().nullable() }),
);

/** The office's groups with their units on a day. Refuses `not_allowed`, `request_invalid`, `cursor_invalid`. */
export const listGroups: UseCase<z.input<typeof groupFilterSchema>, Page<ShownGroup>> = async (work, raw) => {
  if (!may(work.actor, "search-tasks")) return refuse("not_allowed");
  const parsed = groupFilterSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { q, on = work.today, limit, cursor } = parsed.data;
  const after = cursor === undefined ? null : readCursor(cursor, idCursorSchema);
  if (cursor !== undefined && after === null) return refuse("cursor_invalid");

  const aliases = await selectAliases(work.tx);
  const units = await selectUnits(work.tx);
  const groups = (await selectUnitGroups(work.tx))
    .map(({ id, name, confirmed, memberships }): ShownGroup => {
      const held = new Set(
        membershipsSchema
          .parse(memberships)
          .filter(({ fromOn, toOn }) => fromOn <= on && (toOn === null || on <= toOn))
          .map(({ unitId }) => unitId),
      );
      return {
        id,
        name,
        aliases: aliasesOf(aliases, id),
        confirmed,
        units: units.filter((unit) => held.has(unit.id)).map((unit) => ({ id: unit.id, name: unit.name })),
      };
    })
    .filter(
      (group) =>
        q === undefined || [group.name, ...group.aliases].some((spelling) => foldMatches(spelling, q)),
    )
    .filter(({ id }) => after === null || id > after[0])
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  return ok(pageOf(groups, limit, ({ id }) => [id]));
};
