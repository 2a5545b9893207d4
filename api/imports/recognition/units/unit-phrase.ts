import type { UnitKind } from "../../../units/unit.ts";
import type { PhraseIndex } from "./unit-phrases.ts";
import type { GroupClass } from "./unit-vocabulary.ts";
import type { UnitWord } from "./unit-words.ts";

/** The commune that a document speaks of as its own: "phường", and the folded words of its name. */
export type HomePlace = { readonly level: string; readonly place: readonly string[] };

/** A name that is known before a text is read. */
export type KnownUnitName = {
  readonly kind: UnitKind;
  readonly source: "office" | "document" | "general";
  /** A post without "Phòng" or "Công chức" before it: means a unit only in a cell of units. */
  readonly headless: boolean;
  readonly certainty: number;
};

export type UnitGrammar = {
  readonly names: PhraseIndex<KnownUnitName>;
  /** Null where it is not known. */
  readonly home: HomePlace | null;
  /** In running text a name ends where nothing says that it goes on; in a cell it ends at a separator. */
  readonly running: boolean;
};

/** Words that name one unit. */
export type UnitPhrase = {
  readonly what: "unit";
  /** Index of the first word after it. */
  readonly end: number;
  readonly kind: UnitKind;
  /** Without the level and what it belongs to. */
  readonly name: readonly UnitWord[];
  /** "phường", "xã Kim Thành"; empty where none stands. */
  readonly level: readonly UnitWord[];
  /** "thành phố", "tỉnh", "quận": a body above the commune. */
  readonly superior: string | null;
  /** Folded, whose body it is where that is not the commune itself: "xa dong son", of a city "hai phong". */
  readonly elsewhere: string | null;
  /** How many of the name's first words stand before another name ("Phòng" in "Phòng Nội vụ, Kinh tế"). */
  readonly shared: number;
  /** 0…1: how sure the end of the name is. */
  readonly certainty: number;
};

/** Words that name units together, one part for each kind of them. */
export type GroupPart = {
  readonly nouns: readonly string[];
  readonly class: GroupClass;
  readonly qualifiers: readonly string[];
  readonly related: boolean;
  /** The folded words that say which of them ("co du an"); empty where none do. */
  readonly limit: string;
  readonly words: readonly UnitWord[];
};
export type GroupPhrase = {
  readonly what: "group";
  readonly end: number;
  readonly parts: readonly GroupPart[];
  readonly certainty: number;
};

export type NamePhrase = UnitPhrase | GroupPhrase;
