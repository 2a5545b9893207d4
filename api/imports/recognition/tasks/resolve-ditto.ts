import { isDitto } from "../units/parse-unit-cell.ts";
import type { CatalogueEntry, FieldRole, Fields, FieldText } from "./catalogue-entry.ts";
import { FIELD_ROLES } from "./catalogue-entry.ts";

/** What "như trên" points to is the cell above; that a person left the row between empty is rare but happens. */
const CERTAINTY = 0.95;

/** "-nt-", "như trên" and "″" say what the same field of the row above says; the words themselves are kept. */
export const resolveDitto = (entries: readonly CatalogueEntry[]): readonly CatalogueEntry[] => {
  const above: Partial<Record<FieldRole, FieldText>> = {};
  return entries.map((entry) => {
    const fields: Partial<Record<FieldRole, FieldText>> = {};
    for (const role of FIELD_ROLES) {
      const field = entry.fields[role];
      if (field === undefined) continue;
      fields[role] = repeats(field) ? pointed(field, above[role]) : field;
      above[role] = fields[role];
    }
    return { ...entry, fields: fields satisfies Fields };
  });
};

const repeats = ({ paragraphs }: FieldText): boolean =>
  paragraphs.length > 0 && paragraphs.every((paragraph) => isDitto(paragraph));

const pointed = (field: FieldText, above: FieldText | undefined): FieldText =>
  above === undefined
    ? { ...field, certainty: 0.4 }
    : {
        ...field,
        paragraphs: above.paragraphs,
        certainty: Math.min(CERTAINTY, above.certainty),
        written: field.paragraphs.join(" "),
      };
