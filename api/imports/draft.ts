import type { DecisionKey } from "./decision.ts";
import type { Reading, ReadWarning } from "./reading.ts";

/** A field that a person should look at before the catalogue is published, the least sure first. */
export type Doubt = {
  /** Of the decision that settles it (`api/imports/decision.ts`). */
  readonly key: string;
  readonly about: DecisionKey;
  /** The task's number; null where it belongs to the document. */
  readonly number: string | null;
  readonly confidence: number;
  /** Where it stands in the document's lines; null where it does not. */
  readonly lines: readonly [number, number] | null;
  /** Why: what the reading said of it. */
  readonly warnings: readonly ReadWarning[];
  /** Without a decision nothing can be published. */
  readonly blocking: boolean;
};

/** A reading with everything that people decided. */
export type Draft = {
  /** With corrected values; what was left out is gone, so indexes are not those of the keys. */
  readonly reading: Reading;
  readonly restricted: boolean;
  /** Index in `reading.tasks` → index in the reading as it was read, for keys; rounds alike. */
  readonly taskIndexes: readonly number[];
  readonly roundIndexes: readonly number[];
  /** Keys that somebody decided. */
  readonly decided: ReadonlySet<string>;
  readonly doubts: readonly Doubt[];
};
