import { z } from "zod";
import { selectAliases, selectGroups, selectUnits } from "../../db/queries/unit-queries.ts";
import { may } from "../members/permissions.ts";
import { foldVietnamese } from "../shared/normalise-vietnamese.ts";
import { refuse } from "../shared/result.ts";
import type { UseCase, Work } from "../shared/work.ts";
import { catalogueBodySchema } from "./catalogue-body.ts";
import { expandCatalogueBody, type KnownBodies } from "./expand-catalogue-body.ts";
import { listDisordered } from "./lint-loaded-catalogue.ts";
import { readCatalogueFile } from "./load-catalogue.ts";
import { validFrom } from "./plan-catalogue-rows.ts";
import { planRounds } from "./plan-rounds.ts";
import { type PublishedVersion, publishVersion } from "./publish-version.ts";

const inputSchema = z.object({ body: catalogueBodySchema, amends: z.uuid().nullable() });

/**
 * Publishes a catalogue that another system sends: the first version, or the next one of the catalogue it amends.
 * Refuses as `publishVersion` and `expandCatalogueBody`, and `catalogue_wrong_at` (path, problem) for `catalogue_invalid`.
 */
export const publishCatalogueBody: UseCase<z.input<typeof inputSchema>, PublishedVersion> = async (
  work,
  raw,
) => {
  if (!may(work.actor, "load-catalogue")) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const file = expandCatalogueBody(parsed.data.body, await loadKnownBodies(work));
  if (!file.ok) return file;
  const disordered = parsed.data.amends === null ? findDisordered(file.value) : null;
  if (disordered !== null)
    return refuse("catalogue_wrong_at", {
      path: "catalogue.report_rounds",
      problem: "round-order",
      name: disordered,
    });
  const published = await publishVersion(work, { file: file.value, amends: parsed.data.amends });
  // Whoever writes JSON by hand needs the place.
  return !published.ok && published.refusal.code === "catalogue_invalid"
    ? refuse("catalogue_wrong_at", published.refusal.args)
    : published;
};

/** A round that falls due before the plan is issued; an amendment may hold rounds that have passed. */
const findDisordered = (raw: unknown): string | null => {
  const file = readCatalogueFile(raw);
  if (!file.ok) return null;
  const { catalogue } = file.value;
  const scope = { startOn: catalogue.scope.start_on, endOn: catalogue.scope.end_on };
  return listDisordered(planRounds(catalogue, scope, validFrom(file.value)))[0] ?? null;
};

const loadKnownBodies = async ({ tx, organization }: Work): Promise<KnownBodies> => {
  const units = await selectUnits(tx);
  const groups = await selectGroups(tx);
  const aliases = await selectAliases(tx);
  const spelled = (id: string, ...names: readonly (string | null)[]): string[] =>
    [
      ...names,
      ...aliases.filter(({ unitId, groupId }) => unitId === id || groupId === id).map(({ alias }) => alias),
    ]
      .filter((name) => name !== null)
      .map(foldVietnamese);
  return {
    organization: { code: organization.code, name: organization.name },
    units: new Map(
      units.flatMap(({ id, name, shortName, kind }) =>
        spelled(id, name, shortName).map((spelling) => [spelling, { name, kind }] as const),
      ),
    ),
    groups: new Map(
      groups.flatMap(({ id, name, groupOf }) =>
        spelled(id, name).map((spelling) => [spelling, { name, groupOf: groupOf ?? "other" }] as const),
      ),
    ),
    fold: foldVietnamese,
  };
};
