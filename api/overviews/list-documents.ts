import { selectDocuments } from "../../db/queries/document-queries.ts";
import { may } from "../members/permissions.ts";
import { type LocalDate, localDate } from "../shared/local-date.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";

export type DocumentEntry = {
  readonly kind: string;
  readonly number: string | null;
  readonly issuedOn: LocalDate | null;
  /** Null for a restricted document: its number stands for it. */
  readonly title: string | null;
  readonly scope: { readonly startOn: LocalDate; readonly endOn: LocalDate };
  readonly tasks: number;
  /** Tasks for which no unit leads yet. */
  readonly withoutLead: number;
  readonly rounds: number;
  readonly inForce: boolean;
  readonly consolidatingUnit: string | null;
};

/** The office's documents, those in force first. */
export const listDocuments: UseCase<Readonly<Record<string, never>>, readonly DocumentEntry[]> = async (
  work,
) => {
  if (!may(work.actor, "see-documents")) return refuse("not_allowed");
  const documents = (await selectDocuments(work.tx)).map((row) => ({
    kind: row.kind,
    number: row.number,
    issuedOn: row.issued_on === null ? null : localDate(row.issued_on),
    title: row.restricted ? null : row.title,
    scope: { startOn: localDate(row.scope_start_on), endOn: localDate(row.scope_end_on) },
    tasks: row.tasks,
    withoutLead: row.without_lead,
    rounds: row.rounds,
    inForce: row.scope_start_on <= work.today && work.today <= row.scope_end_on,
    consolidatingUnit: row.consolidating_unit,
  }));
  return ok([...documents.filter(({ inForce }) => inForce), ...documents.filter(({ inForce }) => !inForce)]);
};
