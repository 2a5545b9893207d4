import type { LocalDate } from "../shared/local-date.ts";
import type { DocumentReference, NoteFigure } from "./note.ts";

export const NOTE_MARKS = ["standing", "replaced", "withdrawn"] as const;

/** A note as it was written: who, from which post, when, by which way, and what became of it. */
export type ShownNote = {
  readonly id: string;
  readonly task: { readonly id: string; readonly number: string; readonly title: string };
  readonly unit: { readonly id: string; readonly name: string };
  /** The post that wrote it; whose it was, the members' list says. */
  readonly appointment: { readonly id: string; readonly role: string };
  /** The messenger's name, or "api". */
  readonly channel: string;
  readonly text: string;
  readonly state: string | null;
  readonly percent: number | null;
  readonly completedOn: LocalDate | null;
  readonly plannedOn: LocalDate | null;
  readonly documentReference: DocumentReference | null;
  readonly figures: readonly NoteFigure[];
  readonly difficulty: string | null;
  readonly notedAt: Date;
  /** On the office's wall: what a round's window asks for. */
  readonly notedOn: LocalDate;
  readonly mark: (typeof NOTE_MARKS)[number];
  readonly correctsId: string | null;
  readonly replacedById: string | null;
  readonly withdrawnAt: Date | null;
  readonly files: number;
  /** The claim of completion that came of it. */
  readonly claim: {
    readonly id: string;
    readonly state: "waiting" | "confirmed" | "returned" | "withdrawn";
    readonly completedOn: LocalDate;
  } | null;
};
