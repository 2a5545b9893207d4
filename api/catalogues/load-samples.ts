import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { selectOrganizationByCode } from "../../db/queries/system-organization-queries.ts";
import { type Database, tenantScope } from "../../db/scope.ts";
import { createOrganization } from "../organizations/create-organization.ts";
import { openWork } from "../organizations/open-work.ts";
import { ok, type Result } from "../shared/result.ts";
import { catalogueFileSchema } from "./catalogue-file.ts";
import { type LoadedCatalogue, loadCatalogue } from "./load-catalogue.ts";

/** Five real catalogues; the file's name is the office's code. */
const SAMPLES = join(import.meta.dirname, "../../db/samples");

export const SAMPLE_CODES: readonly string[] = readdirSync(SAMPLES)
  .filter((file) => file.endsWith(".json"))
  .map((file) => basename(file, ".json"))
  .sort();

export type LoadedSample = {
  readonly code: string;
  readonly organizationId: string;
  /** Null when it was loaded before: nothing changed. */
  readonly loaded: LoadedCatalogue | null;
};

export const readSample = (code: string): unknown =>
  JSON.parse(readFileSync(join(SAMPLES, `${code}.json`), "utf8"));

/** The offices and their catalogues, all of them or those named. Loading again changes nothing. */
export const loadSamples = async (
  database: Database,
  now: Date,
  codes: readonly string[] = SAMPLE_CODES,
): Promise<Result<readonly LoadedSample[]>> => {
  const samples: LoadedSample[] = [];
  for (const code of codes) {
    const sample = await loadSample(database, now, code);
    if (!sample.ok) return sample;
    samples.push(sample.value);
  }
  return ok(samples);
};

const loadSample = async (database: Database, now: Date, code: string): Promise<Result<LoadedSample>> => {
  const file = catalogueFileSchema.parse(readSample(code));
  const known = await database.inSystem((tx) => selectOrganizationByCode(tx, code));
  const made =
    known === null
      ? await createOrganization(database, now, {
          code,
          name: file.organization.name,
          level: file.organization.level,
        })
      : ok(known);
  if (!made.ok) return made;
  const organizationId = made.value.id;
  const loaded = await database.inTenant(tenantScope(organizationId), async (tx) =>
    loadCatalogue(await openWork(tx, { kind: "operator" }, now), file),
  );
  if (loaded.ok) return ok({ code, organizationId, loaded: loaded.value });
  return loaded.refusal.code === "catalogue_exists" ? ok({ code, organizationId, loaded: null }) : loaded;
};
