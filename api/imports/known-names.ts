import type { UnitKind } from "../units/unit.ts";

/** What the office already knows when a document is read; empty where nobody is asked (`dondoc read`). */
export type KnownNames = {
  /** "Ủy ban nhân dân phường Hải An"; null where it is not known. */
  readonly organization: string | null;
  readonly units: readonly {
    readonly name: string;
    readonly kind: UnitKind;
    readonly spellings: readonly string[];
  }[];
  readonly groups: readonly {
    readonly name: string;
    readonly groupOf: string;
    readonly spellings: readonly string[];
  }[];
};

export const NOBODY_KNOWN: KnownNames = { organization: null, units: [], groups: [] };
