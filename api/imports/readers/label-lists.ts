import symbols from "../vocabulary/symbol-letters.json" with { type: "json" };
import { childNamed, childrenNamed, numberIn, switchOf, valueIn, type XmlElement } from "./xml-element.ts";

/** The label of the next paragraph of a list ("1.1.", "a)", "•"); null where the list draws none. */
export type ListLabels = (list: string, level: number | null, style: string | null) => string | null;

type Level = {
  readonly start: number;
  readonly format: string;
  readonly pattern: string;
  /** All numbers in arabic figures, whatever their own level says. */
  readonly legal: boolean;
  /** The level, from 1, whose next paragraph lets this one begin again; 0 never, null any above it. */
  readonly restart: number | null;
  readonly style: string | null;
};

type List = {
  /** Lists that share it go on counting each other's paragraphs. */
  readonly counted: string;
  readonly levels: readonly (Level | undefined)[];
  readonly starts: readonly (number | undefined)[];
};

const LEVELS = 9;
const PATTERN_NUMBER = /%([1-9])/g;

/**
 * Counts as Word does (ISO/IEC 29500-1, 17.9): a paragraph of a level begins all deeper ones anew, a level above that
 * has not been used yet shows its first number, and a list with a start of its own begins there once.
 * The paragraphs are to be asked about in the document's order.
 */
export const labelLists = (
  root: XmlElement | null,
  listOfStyle: (style: string) => string | null,
): ListLabels => {
  const elements = byAttribute(childrenNamed(root, "num"), "numId");
  const definitions = byAttribute(childrenNamed(root, "abstractNum"), "abstractNumId");
  const lists = new Map<string, List | null>();
  const listWith = (id: string): List | null => {
    const element = elements.get(id);
    const list =
      lists.get(id) ?? (element ? listFrom(element, { lists: elements, definitions, listOfStyle }) : null);
    lists.set(id, list);
    return list;
  };
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();

  return (listId, levelGiven, style) => {
    const list = listWith(listId);
    if (list === null) return null;
    const named = style === null ? -1 : list.levels.findIndex((each) => each?.style === style);
    const at = levelGiven ?? Math.max(0, named);
    const level = list.levels[at];
    if (level === undefined) return null;
    const counts = counters.get(list.counted) ?? [];
    counters.set(list.counted, counts);
    const given = list.starts[at];
    const count = counts[at];
    counts[at] =
      given !== undefined && !begun.has(`${listId} ${at}`)
        ? given
        : count === undefined
          ? level.start
          : count + 1;
    begun.add(`${listId} ${at}`);
    for (let deeper = at + 1; deeper < LEVELS; deeper += 1)
      if (at < (list.levels[deeper]?.restart ?? deeper)) counts[deeper] = undefined;
    return labelOf(list, level, counts);
  };
};

const labelOf = (list: List, level: Level, counts: readonly (number | undefined)[]): string | null => {
  if (level.format === "bullet") return bulletOf(level.pattern);
  const label = level.pattern.replace(PATTERN_NUMBER, (_, digit: string) => {
    const above = list.levels[Number(digit) - 1];
    const count = counts[Number(digit) - 1] ?? above?.start ?? 1;
    return writeCount(count, level.legal ? "decimal" : (above?.format ?? "decimal"));
  });
  return label.trim() === "" ? null : label.trim().normalize("NFC");
};

/** Letters of symbol fonts stand in a private area and mean nothing outside their font. */
const bulletOf = (pattern: string): string => {
  const letter = pattern.trim().charAt(0);
  return /[-–—+*•]/.test(letter) ? letter : symbols.dashes.includes(letter) ? "-" : "•";
};

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];
const MOST_LETTERS = 26 * 30;

export const roman = (count: number): string => {
  let left = count;
  return ROMAN.map(([value, letters]) => {
    const times = Math.floor(left / value);
    left -= times * value;
    return letters.repeat(times);
  }).join("");
};

/** After "z" comes "aa", then "bb". */
const letters = (count: number): string =>
  String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));

const writeCount = (count: number, format: string): string => {
  if (format === "none") return "";
  if (format === "decimalZero") return String(count).padStart(2, "0");
  if (/^(?:upper|lower)Roman$/.test(format) && count > 0 && count < 4000)
    return format === "upperRoman" ? roman(count).toUpperCase() : roman(count);
  if (/^(?:upper|lower)Letter$/.test(format) && count > 0 && count <= MOST_LETTERS)
    return format === "upperLetter" ? letters(count).toUpperCase() : letters(count);
  return String(count);
};

const levelFrom = (element: XmlElement): Level => ({
  start: numberIn(valueIn(element, "start"), 0, 1_000_000) ?? 0,
  format: valueIn(element, "numFmt") ?? "decimal",
  pattern: (valueIn(element, "lvlText") ?? "").slice(0, 100),
  legal: switchOf(element, "isLgl") ?? false,
  restart: numberIn(valueIn(element, "lvlRestart"), 0, LEVELS),
  style: valueIn(element, "pStyle"),
});

const levelsIn = (element: XmlElement | null): readonly (Level | undefined)[] => {
  const levels: (Level | undefined)[] = [];
  for (const each of childrenNamed(element, "lvl")) {
    const at = numberIn(each.attributes.get("ilvl"), 0, LEVELS - 1);
    if (at !== null) levels[at] = levelFrom(each);
  }
  return levels;
};

type Definitions = {
  readonly lists: ReadonlyMap<string, XmlElement>;
  readonly definitions: ReadonlyMap<string, XmlElement>;
  readonly listOfStyle: (style: string) => string | null;
};

const byAttribute = (elements: readonly XmlElement[], attribute: string): ReadonlyMap<string, XmlElement> =>
  new Map(elements.map((element) => [element.attributes.get(attribute) ?? "", element]));

const listFrom = (list: XmlElement, all: Definitions): List => {
  const definition = definitionOf(list, all, 0);
  const levels = [...levelsIn(definition)];
  const starts: (number | undefined)[] = [];
  for (const override of childrenNamed(list, "lvlOverride")) {
    const at = numberIn(override.attributes.get("ilvl"), 0, LEVELS - 1);
    if (at === null) continue;
    const own = childNamed(override, "lvl");
    if (own !== null) levels[at] = levelFrom(own);
    const start = numberIn(valueIn(override, "startOverride"), 0, 1_000_000);
    if (start !== null) starts[at] = start;
  }
  return { counted: definition?.attributes.get("abstractNumId") ?? "", levels, starts };
};

/** A definition without levels of its own may point at a style that has a list. */
const definitionOf = (list: XmlElement | undefined, all: Definitions, depth: number): XmlElement | null => {
  const definition = all.definitions.get(valueIn(list, "abstractNumId") ?? "");
  if (definition === undefined) return null;
  const style = valueIn(definition, "numStyleLink");
  if (style === null || depth > 3) return definition;
  return definitionOf(all.lists.get(all.listOfStyle(style) ?? ""), all, depth + 1) ?? definition;
};
