import type { LocalDate } from "../shared/local-date.ts";
import type { Subject } from "./nudge.ts";

/** What was already said, or deliberately not: one row per subject, recipient, rung and due date. */
export type LedgerRow = {
  readonly subjectKind: Subject["kind"];
  readonly subjectId: string;
  readonly unitId: string;
  readonly dueOn: LocalDate;
  readonly recipient: string;
  readonly memberId: string | null;
  readonly rung: string;
  readonly outcome: "queued" | "skipped" | "withdrawn";
  /** The day, on the organization's wall, on which it was decided. */
  readonly decidedOn: LocalDate;
};

export type Ledger = {
  readonly outcomeOf: (subject: Subject, recipient: string, rung: string) => LedgerRow["outcome"] | null;
  /** One digest a person a day: whether the day's has been composed. */
  readonly hasDigest: (memberId: string, on: LocalDate) => boolean;
  readonly add: (row: LedgerRow) => void;
};

const subjectKey = (row: Pick<LedgerRow, "subjectKind" | "subjectId" | "unitId" | "dueOn">): string =>
  `${row.subjectKind} ${row.subjectId} ${row.unitId} ${row.dueOn}`;

export const ledgerOf = (rows: readonly LedgerRow[]): Ledger => {
  const outcomes = new Map<string, Map<string, LedgerRow["outcome"]>>();
  const digests = new Set<string>();
  const add = (row: LedgerRow): void => {
    const key = subjectKey(row);
    const ofSubject = outcomes.get(key) ?? new Map<string, LedgerRow["outcome"]>();
    ofSubject.set(`${row.recipient} ${row.rung}`, row.outcome);
    outcomes.set(key, ofSubject);
    if (row.outcome === "queued" && row.memberId !== null) digests.add(`${row.memberId} ${row.decidedOn}`);
  };
  for (const row of rows) add(row);
  return {
    outcomeOf: ({ kind, id, unitId, dueOn }, recipient, rung) =>
      outcomes
        .get(subjectKey({ subjectKind: kind, subjectId: id, unitId, dueOn }))
        ?.get(`${recipient} ${rung}`) ?? null,
    hasDigest: (memberId, on) => digests.has(`${memberId} ${on}`),
    add,
  };
};
