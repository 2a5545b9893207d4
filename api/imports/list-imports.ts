import { selectImports } from "../../db/queries/import-queries.ts";
import { may } from "../members/permissions.ts";
import { localDateAt } from "../shared/local-date.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";

export type ListedImport = {
  readonly importId: string;
  readonly fileName: string;
  readonly state: "open" | "published";
  readonly readOn: string;
};

const MOST = 50;

/** Documents that were read, the newest first. Refuses `not_allowed`. */
export const listImports: UseCase<Readonly<Record<string, never>>, readonly ListedImport[]> = async (
  work,
) => {
  if (!may(work.actor, "load-catalogue")) return refuse("not_allowed");
  return ok(
    (await selectImports(work.tx, MOST)).map(({ id, fileName, state, createdAt }) => ({
      importId: id,
      fileName,
      state: state === "published" ? "published" : "open",
      readOn: localDateAt(createdAt, work.organization.timeZone),
    })),
  );
};
