import { z } from "zod";
import { may } from "../members/permissions.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { listNamedUnits } from "./list-units.ts";
import { matchUnit, type UnitMatch } from "./match-unit.ts";
import type { NamedUnit } from "./unit.ts";

const inputSchema = z.strictObject({
  /** As people typed them; an id means its own unit. Longer texts than a name can have match nothing. */
  spellings: z.array(z.string()).max(100),
  among: z.enum(["units", "groups", "units and groups"]),
});
export type FindUnitsInput = z.input<typeof inputSchema>;

export type FoundUnits = {
  /** All there are, in the documents' order, to be offered. */
  readonly all: readonly NamedUnit[];
  readonly matches: readonly { readonly spelling: string; readonly match: UnitMatch }[];
};

const LONGEST_SPELLING = 300;

/** What each spelling means, for the administrator's dialogues: nothing is guessed. Refuses `not_allowed`, `request_invalid`. */
export const findUnits: UseCase<FindUnitsInput, FoundUnits> = async (work, raw) => {
  if (!may(work.actor, "assign-task")) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { spellings, among } = parsed.data;
  const all = (await listNamedUnits(work.tx)).filter(
    ({ kind }) => among === "units and groups" || kind === (among === "units" ? "unit" : "group"),
  );
  const matchOf = (spelling: string): UnitMatch => {
    const known = all.find(({ id }) => id === spelling);
    if (known !== undefined) return { kind: "found", unit: known };
    return spelling.length > LONGEST_SPELLING ? { kind: "unknown", close: [] } : matchUnit(spelling, all);
  };
  return ok({ all, matches: spellings.map((spelling) => ({ spelling, match: matchOf(spelling) })) });
};
