import { z } from "zod";
import {
  type AliasRow,
  selectAliases,
  selectGroupMembersOn,
  selectGroups,
  selectUnits,
} from "../../db/queries/unit-queries.ts";
import { may } from "../members/permissions.ts";
import { localDateSchema } from "../shared/local-date.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";

const inputSchema = z.strictObject({ groupId: z.uuid(), on: localDateSchema.optional() });
export type ShowGroupInput = { readonly groupId: string; readonly on?: string | undefined };

export type ShownGroup = {
  readonly id: string;
  readonly name: string;
  /** Other spellings under which documents name it. */
  readonly aliases: readonly string[];
  readonly confirmed: boolean;
  /** In force when confirmed, else what the document's wording proposes. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
};

/** A group with the units it holds on a day, today without one. Refuses `not_allowed`, `request_invalid`, `group_not_found`. */
export const showGroup: UseCase<ShowGroupInput, ShownGroup> = async (work, raw) => {
  if (!may(work.actor, "search-tasks")) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { groupId, on = work.today } = parsed.data;
  const group = (await selectGroups(work.tx)).find(({ id }) => id === groupId);
  if (group === undefined) return refuse("group_not_found");
  const members = new Set(await selectGroupMembersOn(work.tx, groupId, on));
  return ok({
    id: group.id,
    name: group.name,
    aliases: aliasesOf(await selectAliases(work.tx), groupId),
    confirmed: group.confirmedAt !== null,
    units: (await selectUnits(work.tx))
      .filter(({ id }) => members.has(id))
      .map(({ id, name }) => ({ id, name })),
  });
};

export const aliasesOf = (aliases: readonly AliasRow[], groupId: string): readonly string[] =>
  aliases.filter((row) => row.groupId === groupId).map(({ alias }) => alias);
