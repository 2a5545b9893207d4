import type { KnownNames } from "../../known-names.ts";
import { composeGroupKey, composeSuperiorKey, composeUnitKey } from "./compose-unit-key.ts";
import type { Home } from "./map-known-names.ts";
import { mergeUnitNames } from "./merge-unit-names.ts";
import { isSameOffice } from "./name-office.ts";
import { LONGEST_CELL } from "./parse-unit-cell.ts";
import { learnSpelling } from "./prepare-lexicon-reader.ts";
import { segmentUnitCell } from "./segment-unit-cell.ts";
import { selectNamePhrases } from "./select-name-phrases.ts";
import { tokeniseUnitText } from "./tokenise-unit-text.ts";
import { type LearnedName, placeOf, prepareUnitReader, type UnitReader } from "./unit-grammar.ts";
import type { UnitLexicon } from "./unit-lexicon.ts";
import type { NamePhrase } from "./unit-phrase.ts";
import type { UnitSighting } from "./unit-sighting.ts";
import type { UnitWord } from "./unit-words.ts";

/** What a phrase that names several groups at once stands for, by their keys. */
export type CompositeSighting = { readonly text: string; readonly keys: readonly string[] };

const span = (text: string, words: readonly UnitWord[], shared = 0): string => {
  const [first, last] = [words[shared], words.at(-1)];
  if (first === undefined || last === undefined) return "";
  const said = text.slice(first.from, last.to);
  const closed = /[“"][^”"]*$/.test(said) && /^[”"]/.test(text.slice(last.to)) ? text.charAt(last.to) : "";
  return [...words.slice(0, shared).map(({ raw }) => raw), said + closed].join(" ");
};

/** "CAX" says its level by a letter. */
const levelOf = (text: string, level: readonly UnitWord[]): string | null => {
  if (level.length === 0) return null;
  if (level.every(({ abbreviated }) => abbreviated)) return level.map(({ spelt }) => spelt.shown).join(" ");
  return span(text, level).replace(/\s+/g, " ").normalize("NFC");
};

const sightingsOf = (text: string, phrase: NamePhrase, inCell: boolean): readonly UnitSighting[] => {
  if (phrase.what === "group")
    return phrase.parts.map((part) => ({
      key: composeGroupKey(part),
      kind: "other",
      group: part,
      text: span(text, part.words),
      words: part.words,
      level: null,
      above: null,
      inCell,
      certainty: phrase.certainty,
    }));
  return [
    {
      key: composeUnitKey(phrase),
      kind: phrase.kind,
      group: null,
      text: span(text, phrase.name, phrase.shared),
      words: phrase.name,
      level: levelOf(text, phrase.level),
      above: composeSuperiorKey(phrase),
      inCell,
      certainty: phrase.certainty,
    },
  ];
};

const compositeOf = (text: string, phrase: NamePhrase): readonly CompositeSighting[] => {
  if (phrase.what !== "group" || phrase.parts.length < 2) return [];
  const words = phrase.parts.flatMap((part) => part.words);
  return [{ text: span(text, words), keys: phrase.parts.map(composeGroupKey) }];
};

/** "Cơ quan thực hiện: …" outside a table is as good as a cell. */
const LABELLED =
  /^[\s\-–+•*]*(?:cơ quan|đơn vị|bộ phận)?\s*(?:chủ trì(?: thực hiện)?|phối hợp(?: thực hiện)?|thực hiện|tham mưu)(?: chính)?\s*:\s*(.+)$/isu;

const readCell = (text: string, reader: UnitReader) => {
  const words = tokeniseUnitText(text, reader.abbreviations);
  return segmentUnitCell(text, words, reader.cells).entries.map(({ phrase }) => phrase);
};
const readRunning = (text: string, reader: UnitReader) =>
  selectNamePhrases(tokeniseUnitText(text, reader.abbreviations), reader.running).map(({ phrase }) => phrase);

/** In running text "các cá nhân", "các lĩnh vực" and "một phòng họp" are said of nobody in particular. */
const namesSomebody = ({ group, words, level, certainty }: UnitSighting): boolean => {
  if (group === null) return certainty >= KNOWN || level !== null || words[0]?.capital === true;
  if (group.class === "other" || group.class === "school" || group.qualifiers.includes("nhà nước"))
    return false;
  return group.nouns.some((noun) => !/^(cán bộ|công chức|cán bộ công chức|lĩnh vực)$/.test(noun));
};
/** A document of another commune speaks of that one when it says "UBND phường"; one of the city speaks of all. */
const chooseHome = (organization: string | null, issuer: string | null): Home => {
  const issuing = placeOf(issuer);
  const foreign =
    organization !== null && issuer !== null && issuing !== null && !isSameOffice(organization, issuer);
  const own = foreign ? issuer : (organization ?? issuer);
  return { organization: own, place: placeOf(own), foreign };
};
/** A document of 40 pages has some 2,000; its units are named long before more. */
const MOST_TEXTS = 6_000;
const KNOWN = 0.95;
const SURE = 0.85;

/**
 * The units and groups that a document names. `cells`: the texts of unit cells, which name units and little else;
 * `running`: all paragraphs. The office's own names win over what the document writes.
 */
export const learnUnits = (
  texts: { readonly cells: readonly string[]; readonly running: readonly string[] },
  known: KnownNames,
  office: string | null,
): UnitLexicon => {
  const home = chooseHome(known.organization, office);
  const officeNames = known.units.flatMap(({ name, kind, spellings }) =>
    [name, ...spellings].flatMap((spelling) => learnSpelling(spelling, kind, "office", home.place) ?? []),
  );
  const cells = [
    ...texts.cells,
    ...texts.running.slice(0, MOST_TEXTS).flatMap((text) => LABELLED.exec(text.slice(0, 2_000))?.[1] ?? []),
  ].map((text) => text.slice(0, LONGEST_CELL).normalize("NFC"));
  const running = texts.running.slice(0, MOST_TEXTS).map((text) => text.normalize("NFC"));

  // Names that leave no doubt are known first, so that "Phòng Nội vụ, Kinh tế" can be told from one long name.
  const first = prepareUnitReader(officeNames, home.place);
  const sure: LearnedName[] = cells
    .flatMap((text) => readCell(text, first))
    .flatMap((phrase) =>
      phrase.what === "unit" &&
      phrase.certainty >= SURE &&
      phrase.superior === null &&
      phrase.elsewhere === null
        ? [
            {
              words: phrase.name.map(({ spelt }) => spelt),
              kind: phrase.kind,
              source: "document",
              certainty: phrase.certainty,
            },
          ]
        : [],
    );
  const reader = prepareUnitReader([...officeNames, ...sure], home.place);
  const read = [
    ...cells.map((text) => ({ text, inCell: true, phrases: readCell(text, reader) })),
    ...running.map((text) => ({ text, inCell: false, phrases: readRunning(text, reader) })),
  ];
  const sightings = read.flatMap(({ text, inCell, phrases }) =>
    phrases.flatMap((phrase) => sightingsOf(text, phrase, inCell)),
  );
  const inCells = new Set(sightings.flatMap(({ key, inCell }) => (inCell ? key : [])));
  return mergeUnitNames(
    sightings.filter((sighting) => inCells.has(sighting.key) || namesSomebody(sighting)),
    read.flatMap(({ text, phrases }) => phrases.flatMap((phrase) => compositeOf(text, phrase))),
    known,
    home,
  );
};
