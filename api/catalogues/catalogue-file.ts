import type { z } from "zod";
import { catalogueShapeSchema } from "./catalogue-shape.ts";
import { checkCatalogueFile } from "./check-catalogue-file.ts";

/**
 * A catalogue as a file: what an office issued, read once and written down, ready to be loaded.
 * Names stand for units (not ids), so that a person can read, compare and correct the file.
 */
export const catalogueFileSchema = catalogueShapeSchema.superRefine((file, context) =>
  checkCatalogueFile(file, (path, problem, name = "") =>
    context.addIssue({ code: "custom", path, message: problem, params: { problem, name } }),
  ),
);

export type CatalogueFile = z.infer<typeof catalogueFileSchema>;
