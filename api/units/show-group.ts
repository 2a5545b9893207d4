import { z } from "zod";
import { selectGroupMembersOn, selectGroups, selectUnits } from "../../db/queries/unit-queries.ts";
import { may } from "../members/permissions.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";

const inputSchema = z.strictObject({ groupId: z.uuid() });

export type ShownGroup = {
  readonly id: string;
  readonly name: string;
  readonly confirmed: boolean;
  /** In force when confirmed, else what the document's wording proposes. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
};

/** A group with the units it holds today. Refuses `not_allowed`, `request_invalid`, `group_not_found`. */
export const showGroup: UseCase<z.input<typeof inputSchema>, ShownGroup> = async (work, raw) => {
  if (!may(work.actor, "confirm-group")) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { groupId } = parsed.data;
  const group = (await selectGroups(work.tx)).find(({ id }) => id === groupId);
  if (group === undefined) return refuse("group_not_found");
  const members = new Set(await selectGroupMembersOn(work.tx, groupId, work.today));
  return ok({
    id: group.id,
    name: group.name,
    confirmed: group.confirmedAt !== null,
    units: (await selectUnits(work.tx))
      .filter(({ id }) => members.has(id))
      .map(({ id, name }) => ({ id, name })),
  });
};
