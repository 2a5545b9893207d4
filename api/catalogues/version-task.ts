import type { CatalogueFile } from "./catalogue-file.ts";

/** A task as its document says it. */
export type FileTask = CatalogueFile["catalogue"]["tasks"][number];

/** A task of a version: what it is in the database, and what the document said. */
export type VersionTask = { readonly id: string; readonly content: FileTask };

export type TaskChange = "number" | "place" | "wording" | "lead" | "coordinating" | "time_frame" | "targets";

/** What a new version makes of the one before. */
export type VersionComparison = {
  /** Every task of the new version in its order; `before` is null for one that is new. */
  readonly tasks: readonly {
    readonly before: VersionTask | null;
    readonly after: FileTask;
    readonly changes: readonly TaskChange[];
  }[];
  readonly removed: readonly VersionTask[];
};
