import type { UnitKind } from "../../../units/unit.ts";
import type { GroupPart } from "./unit-phrase.ts";
import type { UnitWord } from "./unit-words.ts";

/** One place in the document that names a unit or a group. */
export type UnitSighting = {
  readonly key: string;
  readonly kind: UnitKind;
  readonly group: GroupPart | null;
  /** As written, without a title. */
  readonly text: string;
  /** The name's words and, for a unit, those of its level. */
  readonly words: readonly UnitWord[];
  readonly level: string | null;
  /** Of a body above the commune: its key without whose it is. */
  readonly above: string | null;
  readonly inCell: boolean;
  readonly certainty: number;
};

/** All sightings under one key. */
export type UnitCluster = {
  readonly key: string;
  readonly sightings: readonly UnitSighting[];
};
