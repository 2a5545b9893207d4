import { normaliseTaskNumber } from "../../api/progress/split-notes.ts";
import { foldVietnamese } from "../../api/shared/normalise-vietnamese.ts";

/** What "/phancong …" says; what it leaves out is asked for. */
export type SaidAssignment =
  | {
      readonly kind: "task";
      readonly number: string;
      /** The assignment is taken away instead of given. */
      readonly ending: boolean;
      readonly role: "lead" | "coordinating" | null;
      readonly unit: string | null;
    }
  | { readonly kind: "group"; readonly group: string; readonly units: readonly string[] }
  | { readonly kind: "unclear" };

const ENDING = ["ket thuc", "bo", "thoi", "rut", "go"];
const ROLES: readonly (readonly [words: string, role: "lead" | "coordinating"])[] = [
  ["chu tri", "lead"],
  ["tham muu", "lead"],
  ["phoi hop", "coordinating"],
  ["lead", "lead"],
  ["coordinating", "coordinating"],
];

/** The text after `words` when it begins with them, diacritics aside; null when it does not. */
const after = (text: string, words: string): string | null => {
  const count = words.split(" ").length;
  const pieces = text.trim().split(/\s+/u);
  return foldVietnamese(pieces.slice(0, count).join(" ")) === words ? pieces.slice(count).join(" ") : null;
};

/** "1.2 chủ trì Văn phòng", "1.2 bỏ phối hợp Công an", "nhóm Các phòng: Văn phòng; Phòng Kinh tế". */
export const parseAssignment = (text: string): SaidAssignment => {
  const typed = text.slice(0, 12_000).normalize("NFC").trim();
  const group = after(typed, "nhom");
  if (group !== null && group !== "") {
    const [name = "", ...list] = group.split(":");
    // Names are set apart by semicolons: a comma may stand inside one.
    const units = splitNames(list.join(":"));
    return name.trim() === "" ? { kind: "unclear" } : { kind: "group", group: name.trim(), units };
  }
  const [first = "", ...others] = typed.replace(/^(?:nhiệm vụ|nhiem vu|nv)\s+/iu, "").split(/\s+/u);
  const number = normaliseTaskNumber(first);
  if (number === null) return { kind: "unclear" };
  let rest = others.join(" ");
  let ending = false;
  for (const words of ENDING) {
    const without = after(rest, words);
    if (without === null) continue;
    ending = true;
    rest = without;
    break;
  }
  for (const [words, role] of ROLES) {
    const unit = after(rest, words);
    if (unit !== null) return { kind: "task", number, ending, role, unit: unit === "" ? null : unit };
  }
  return { kind: "task", number, ending, role: null, unit: rest === "" ? null : rest };
};

export const splitNames = (text: string): readonly string[] =>
  text
    .split(";")
    .map((name) => name.trim())
    .filter((name) => name !== "");
