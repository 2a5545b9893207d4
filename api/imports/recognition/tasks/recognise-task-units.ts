import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import type { Span } from "../../outline.ts";
import type { ReadWarning } from "../../reading.ts";
import { shortenText } from "../shorten-text.ts";
import { readUnitCell } from "../units/parse-unit-cell.ts";
import { resolveUnitRoles } from "../units/resolve-unit-roles.ts";
import { findUnits } from "../units/select-unit-mentions.ts";
import type { UnitCell, UnitMention } from "../units/unit-lexicon.ts";
import type { FieldText } from "./catalogue-entry.ts";
import { type GivenField, givenField, type TaskContext, warning } from "./given-field.ts";
import type { PlacedTask } from "./label-tasks.ts";
import { recogniseSentenceUnits, type SentenceUnits } from "./recognise-sentence-units.ts";
import { splitLeadSentence } from "./split-lead-sentence.ts";

export type TaskUnits = {
  readonly lead: readonly string[];
  readonly leadText: string | null;
  readonly leadConfidence: number;
  readonly leadSpan: Span | null;
  readonly coordinating: readonly string[];
  readonly coordinatingText: string | null;
  readonly coordinatingConfidence: number;
  readonly coordinatingSpan: Span | null;
  readonly roles: UnitCell["roles"];
  readonly mentioned: readonly string[];
  /** A person whom a unit cell names. */
  readonly leader: string | undefined;
  /** The title's last words name a unit, without a word that would lead to it. */
  readonly titleEndsInUnit: boolean;
  /** A cell of a rebuilt row names two units without a separator. */
  readonly glued: boolean;
  readonly warnings: readonly ReadWarning[];
};

type Side = "lead_units" | "coordinating_units";
type ReadSide = {
  readonly units: readonly string[];
  readonly text: string | null;
  readonly confidence: number;
  readonly span: Span | null;
  readonly roles: UnitCell["roles"];
  readonly leader: string | undefined;
  readonly glued: boolean;
  readonly warnings: readonly ReadWarning[];
};

/** Cells and labelled lines decide; where there are none, the sentence itself, if it assigns. */
export const readTaskUnits = (placed: PlacedTask, title: string, context: TaskContext): TaskUnits => {
  const lead = givenField(placed, "lead");
  const coordinating = givenField(placed, "coordinating");
  const split = coordinating === null && lead !== null ? splitLeadSentence(lead.field.paragraphs) : null;
  const both =
    split === null || lead === null
      ? { lead, coordinating }
      : { lead: restated(lead, split.lead), coordinating: restated(lead, split.coordinating) };
  const mentions = findUnits(title, context.lexicon);
  if (both.lead === null && both.coordinating === null && !placed.isHeading) {
    const charged = unitsInCharge(placed, context);
    const sentence = recogniseSentenceUnits(title, mentions, charged.length > 0);
    if (sentence.lead.length > 0 || charged.length > 0)
      return fromSentence(placed, title, sentence, mentions, charged);
  }
  const leadCell = readSide(placed, both.lead, "lead_units", context, officeActs(title));
  const helpCell = readSide(placed, both.coordinating, "coordinating_units", context);
  const { leading, helping } = resolveUnitRoles(leadCell, helpCell);
  const named = new Set([...leading.units, ...helping.units]);
  return {
    lead: leading.units,
    leadText: leadCell.text,
    leadConfidence: leading.confidence,
    leadSpan: leadCell.span,
    coordinating: helping.units,
    coordinatingText: helpCell.text,
    coordinatingConfidence: helping.confidence,
    coordinatingSpan: helpCell.span,
    roles: helping.roles,
    leader: leadCell.leader ?? helpCell.leader,
    titleEndsInUnit: endsInUnit(title, mentions),
    glued: leadCell.glued || helpCell.glued,
    mentioned: unique(mentions.map(({ name }) => name)).filter((name) => !named.has(name)),
    warnings: [...leadCell.warnings, ...helpCell.warnings],
  };
};

/** After a small word a unit's name belongs to the sentence ("của Ủy ban nhân dân xã"); after a sentence's end not. */
const endsInUnit = (title: string, mentions: readonly UnitMention[]): boolean => {
  const last = mentions.at(-1);
  if (last === undefined || title.slice(last.to).trim() !== "" || !/^\p{Lu}/u.test(title.slice(last.from)))
    return false;
  return !/(?<![\p{L}])(?:của|với|do|cho|tại|ở|và|trong|thuộc|đến|về|gửi|tham mưu|các|trình|giúp|giữa|từ)\s+$/iu.test(
    title.slice(Math.max(0, last.from - 20), last.from),
  );
};

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

const restated = (given: GivenField, words: string): GivenField => ({
  from: given.from,
  field: { ...given.field, paragraphs: [words], certainty: given.field.certainty * 0.92 },
});

const round = (value: number): number => Math.max(0, Math.min(0.98, Math.round(value * 1000) / 1000));

/** A rebuilt row without a lead more likely lost it to another cell than had none. */
const MISSING = 0.7;
/** Nearly every other row has one, or the item above has. */
const UNUSUAL = 0.78;

const readSide = (
  placed: PlacedTask,
  given: GivenField | null,
  side: Side,
  context: TaskContext,
  actor = false,
): ReadSide => {
  const { entry } = placed.node;
  if (given === null) {
    const parentHas =
      entry.from === "row" &&
      Object.keys(entry.fields).length === 0 &&
      placed.inherited.some(({ fields }) => fields[roleOf(side)] !== undefined);
    const rebuilt = entry.from === "row" && entry.certainty < 1;
    const task = !placed.isHeading && placed.node.children.length === 0;
    const usual = task && context.usual.has(roleOf(side)) && (rebuilt || side === "lead_units");
    const missing = rebuilt && side === "lead_units" && !placed.isHeading && context.gives.has("lead");
    const base = missing ? MISSING : parentHas || usual || actor ? UNUSUAL : 0.95;
    return {
      units: [],
      text: null,
      confidence: round(base * entry.certainty),
      span: null,
      roles: [],
      leader: undefined,
      glued: false,
      warnings: [],
    };
  }
  const { field, from } = given;
  const cell = readUnitCell(field.paragraphs, context.lexicon);
  const text = shortenText(field.written ?? field.paragraphs.join(" "));
  const confidence = cell.confidence * field.certainty * entry.certainty * (from === null ? 1 : 0.92);
  return {
    units: cell.units,
    text,
    confidence: round(
      Math.min(confidence, cell.units.length === 0 ? 0.4 : field.written === undefined ? 1 : 0.85),
    ),
    span: field.span,
    roles: cell.roles,
    leader: cell.leaders.join(", ") || undefined,
    glued: cell.glued && entry.from === "row" && entry.certainty < 1,
    warnings: unreadOf(placed, cell, side, field, text),
  };
};

/** "…, Ủy ban nhân dân xã, phường tổ chức triển khai": the sentence has somebody who does it, and no rule says who. */
const officeActs = (title: string): boolean =>
  /(?:^|[,;.] )(?:uy ban nhan dan|ubnd) (?:cac )?(?:xa|phuong|thi tran|dac khu)(?:,? (?:va )?(?:xa|phuong|thi tran|dac khu))* (?:to chuc|chu tri|chi dao|trien khai|huong dan|thuc hien)/.test(
    foldVietnamese(title),
  );

const roleOf = (side: Side): "lead" | "coordinating" => (side === "lead_units" ? "lead" : "coordinating");

const unreadOf = (
  placed: PlacedTask,
  cell: UnitCell,
  side: Side,
  { span }: FieldText,
  text: string,
): readonly ReadWarning[] =>
  cell.units.length === 0
    ? [warning("units-not-understood", placed.number, side, span, text)]
    : cell.unread.map((words) => warning("units-unread-words", placed.number, side, span, words));

/** Under a heading that is nothing but names of units stands what is theirs to do. */
const unitsInCharge = ({ sectionTitle }: PlacedTask, { lexicon }: TaskContext): readonly string[] => {
  if (sectionTitle === null) return [];
  const mentions = findUnits(sectionTitle, lexicon);
  const rest = [...mentions]
    .toSorted((a, b) => b.from - a.from)
    .reduce((left, { from, to }) => left.slice(0, from) + left.slice(to), sectionTitle);
  return CHARGES.test(foldVietnamese(rest)) ? unique(mentions.map(({ name }) => name)) : [];
};

const CHARGES =
  /^[\s.,;:()-]*(?:(?:giao|phan cong|doi voi|de nghi|yeu cau|nhiem vu cua|trach nhiem cua|va|cac|dong chi|thu truong)[\s.,;:()-]*)*$/;
/** A heading over a list says whose it is; that each item of it is led by them is a reader's conclusion. */
const CHARGED = 0.85;

const fromSentence = (
  placed: PlacedTask,
  title: string,
  sentence: SentenceUnits,
  mentions: readonly UnitMention[],
  charged: readonly string[],
): TaskUnits => {
  const { lead, coordinating, confidence } = sentence;
  const quote = (found: readonly UnitMention[]): string | null =>
    found.length === 0 ? null : title.slice(found[0]?.from ?? 0, found.at(-1)?.to ?? 0);
  const names = (found: readonly UnitMention[]): readonly string[] => unique(found.map(({ name }) => name));
  const leading = lead.length > 0 ? names(lead) : charged;
  const helping = names(coordinating).filter((name) => !leading.includes(name));
  const taken = new Set([...leading, ...helping]);
  const span = placed.node.entry.titleSpan;
  return {
    lead: leading,
    leadText: lead.length > 0 ? quote(lead) : placed.sectionTitle,
    leadConfidence: lead.length > 0 ? confidence : CHARGED,
    leadSpan: span,
    coordinating: helping,
    coordinatingText: quote(coordinating),
    coordinatingConfidence: confidence,
    coordinatingSpan: coordinating.length > 0 ? span : null,
    roles: [],
    leader: undefined,
    titleEndsInUnit: false,
    glued: false,
    mentioned: names(mentions).filter((name) => !taken.has(name)),
    warnings: [],
  };
};
