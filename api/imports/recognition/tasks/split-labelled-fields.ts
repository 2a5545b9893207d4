import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import labels from "../../vocabulary/field-labels.json" with { type: "json" };
import headings from "../../vocabulary/table-headers.json" with { type: "json" };
import { withoutEnd } from "../shorten-text.ts";
import { FIELD_ROLES, type FieldRole } from "./catalogue-entry.ts";

const roleOf = (word: string): FieldRole | undefined => FIELD_ROLES.find((role) => role === word);

/** Letters and figures alone: "Cơ quan/đơn vị phối hợp" is "co quan don vi phoi hop". */
const key = (text: string): string =>
  foldVietnamese(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const NAMES: ReadonlyMap<string, FieldRole> = new Map(
  [
    ...headings.columns.map(({ role, names }) => [role, names] as const),
    ...Object.entries(labels.labels),
  ].flatMap(([word, names]) => {
    const role = roleOf(word);
    return role === undefined ? [] : names.map((name) => [key(name), role] as const);
  }),
);
const LONGEST_LABEL = 70;

export type LabelledField = {
  readonly role: FieldRole;
  readonly label: string;
  readonly value: string;
  /** Offset of the label in the text. */
  readonly at: number;
};

/** What may stand before a label inside a text. */
const BEFORE = ";.,(\n–-";
/** Of a paragraph; a real one has five. */
const MOST_COLONS = 60;

/** "Cơ quan chủ trì: Phòng Kinh tế; thời gian: Quý II": each label with what follows it, in their order. */
export const splitLabelledFields = (text: string): readonly LabelledField[] => {
  const found: { role: FieldRole; label: string; at: number; after: number }[] = [];
  let colon = text.indexOf(":");
  for (let count = 0; colon >= 0 && count < MOST_COLONS; count++) {
    const floor = Math.max(found.at(-1)?.after ?? 0, colon - LONGEST_LABEL);
    const label = labelBefore(text, floor, colon);
    if (label !== null) found.push({ ...label, after: colon + 1 });
    colon = text.indexOf(":", colon + 1);
  }
  return found.map(({ role, label, at, after }, index) => ({
    role,
    label,
    at,
    value: trimmed(text.slice(after, found[index + 1]?.at ?? text.length), text.charAt(at - 1) === "("),
  }));
};

const labelBefore = (
  text: string,
  floor: number,
  colon: number,
): { role: FieldRole; label: string; at: number } | null => {
  for (let at = floor; at < colon; at++) {
    if (text.charAt(at).trim() === "" || !startsAt(text, floor, at)) continue;
    const label = text.slice(at, colon);
    const role = NAMES.get(key(label));
    if (role !== undefined) return { role, label: label.trim(), at };
  }
  return null;
};

const startsAt = (text: string, floor: number, at: number): boolean => {
  const before = text.slice(floor, at).trimEnd();
  return before === "" ? floor === 0 || at > floor : BEFORE.includes(before.charAt(before.length - 1));
};

/** Without the delimiter before the next label, and without the bracket that a labelled part stands in. */
const trimmed = (value: string, bracketed: boolean): string => {
  const text = withoutEnd(value, ";,(–-").trim();
  if (!bracketed && text.split(")").length <= text.split("(").length) return text;
  const open = withoutEnd(text, ".;,");
  return open.endsWith(")") ? open.slice(0, -1).trim() : text;
};

/** The fields of a line that is nothing but fields: its first label opens it. */
export const parseFieldLine = (text: string): readonly LabelledField[] | null => {
  const fields = splitLabelledFields(text);
  return fields[0] !== undefined && text.slice(0, fields[0].at).trim() === "" ? fields : null;
};
