import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import { composeGroupKey, composeUnitKey } from "./compose-unit-key.ts";
import { measureSlip } from "./measure-slip.ts";
import { type CellEntry, segmentUnitCell } from "./segment-unit-cell.ts";
import { tokeniseUnitText } from "./tokenise-unit-text.ts";
import type { UnitCell, UnitLexicon } from "./unit-lexicon.ts";
import { DITTO_PHRASES, NOBODY_PHRASES } from "./unit-vocabulary.ts";

const bare = (text: string): string =>
  foldVietnamese(text)
    .replace(/[^a-z0-9 ]/g, " ")
    .replace(/ +/g, " ")
    .trim();
const DITTO: ReadonlySet<string> = new Set(DITTO_PHRASES.map(bare));
const NOBODY: ReadonlySet<string> = new Set(NOBODY_PHRASES.map(bare));
const LONGEST_MARK = 40;

/** "-nt-", "như trên", a quotation mark alone: the cell says what the one above it says. */
export const isDitto = (text: string): boolean =>
  text.length <= LONGEST_MARK && (DITTO.has(bare(text)) || /^\s*["“”〃]\s*$/.test(text));

/** Real cells have 20 to 300 characters. */
export const LONGEST_CELL = 4_000;

const EMPTY: UnitCell = { units: [], roles: [], leaders: [], unread: [], glued: false, confidence: 1 };
/** Under the bound that sends a field to a person. */
const UNSURE = 0.6;
const INFERRED = 0.75;

type Named = { readonly names: readonly string[]; readonly certainty: number };

const nameEntry = (text: string, entry: CellEntry, lexicon: UnitLexicon): Named | null => {
  const { phrase } = entry;
  if (phrase.what === "unit") {
    const key = composeUnitKey(phrase);
    const name = lexicon.spellings.get(key);
    if (name === undefined) return nameSlip(text.slice(entry.from, entry.to), lexicon);
    return {
      names: [name],
      certainty: lexicon.doubtful.has(key) ? INFERRED : phrase.certainty,
    };
  }
  const names = phrase.parts.map((part) => lexicon.spellings.get(composeGroupKey(part)));
  const known = names.filter((name) => name !== undefined);
  return known.length < names.length ? null : { names: known, certainty: phrase.certainty };
};

const SHORTEST_SLIP = 8;
/** Comparing with each spelling is for a real document, which has some hundred. */
const MOST_SPELLINGS = 1_000;

/** A name with a letter or two wrong is that name, less surely. */
const nameSlip = (spelling: string, lexicon: UnitLexicon): Named | null => {
  const folded = foldVietnamese(spelling);
  if (folded.length < SHORTEST_SLIP || lexicon.spellings.size > MOST_SPELLINGS) return null;
  const allowed = folded.length < 16 ? 1 : 2;
  const close = new Set<string>();
  for (const [known, name] of lexicon.spellings)
    if (known.length >= SHORTEST_SLIP && measureSlip(folded, known, allowed) <= allowed) close.add(name);
  const [only, other] = close;
  return only === undefined || other !== undefined ? null : { names: [only], certainty: 0.7 };
};

/** The units that a cell names, in its order. */
export const readUnitCell = (paragraphs: readonly string[], lexicon: UnitLexicon): UnitCell => {
  const whole = paragraphs.join("\n");
  const text = whole.slice(0, LONGEST_CELL);
  if (isDitto(text)) return { ...EMPTY, unread: [text.trim()], confidence: UNSURE };
  const saysNothing = bare(text) === "" || NOBODY.has(bare(text));
  if (saysNothing && whole.length <= LONGEST_CELL) return EMPTY;
  const { reader } = lexicon;
  const words = tokeniseUnitText(text, reader.abbreviations);
  const { entries, leaders, unread: left } = segmentUnitCell(text, words, reader.cells);

  const units = new Map<string, string | null>();
  const unread: string[] = whole.length > LONGEST_CELL ? [whole.slice(LONGEST_CELL)] : [];
  let confidence = 0.97;
  for (const entry of entries) {
    const named = nameEntry(text, entry, lexicon);
    if (named === null) {
      unread.push(text.slice(entry.from, entry.to).replace(/\s+/g, " "));
      continue;
    }
    confidence = Math.min(confidence, named.certainty);
    for (const name of named.names) if (!units.has(name)) units.set(name, entry.role);
  }
  for (const part of left) {
    const slip = nameSlip(part, lexicon);
    if (slip === null) unread.push(part);
    else {
      confidence = Math.min(confidence, slip.certainty);
      for (const name of slip.names) if (!units.has(name)) units.set(name, null);
    }
  }
  if (unread.length > 0 || units.size === 0) confidence = Math.min(confidence, UNSURE);
  else if (leaders.length > 0) confidence = Math.min(confidence, 0.85);
  return {
    units: [...units.keys()],
    roles: [...units].flatMap(([unit, role]) => (role === null ? [] : [{ unit, role }])),
    leaders,
    unread,
    glued: entries.some(({ from }, at) => {
      const before = entries[at - 1];
      return before !== undefined && text.slice(before.to, from).trim() === "";
    }),
    confidence,
  };
};
