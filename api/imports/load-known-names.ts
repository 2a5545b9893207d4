import { selectAliases, selectGroups, selectUnits } from "../../db/queries/unit-queries.ts";
import type { Work } from "../shared/work.ts";
import type { KnownNames } from "./known-names.ts";

/** The office's own names, with every spelling. */
export const loadKnownNames = async (work: Work): Promise<KnownNames> => {
  const aliases = await selectAliases(work.tx);
  return {
    organization: work.organization.name,
    units: (await selectUnits(work.tx)).map(({ id, name, shortName, kind }) => ({
      name,
      kind,
      spellings: [
        name,
        ...(shortName === null ? [] : [shortName]),
        ...aliases.filter(({ unitId }) => unitId === id).map(({ alias }) => alias),
      ],
    })),
    groups: (await selectGroups(work.tx)).map(({ id, name, groupOf }) => ({
      name,
      groupOf: groupOf ?? "other",
      spellings: [name, ...aliases.filter(({ groupId }) => groupId === id).map(({ alias }) => alias)],
    })),
  };
};
