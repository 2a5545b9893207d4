import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import type { ItemNumber } from "../tasks/catalogue-entry.ts";

/** Vietnamese order, with the letters that only other alphabets have where they would stand. */
const LETTERS = "abcdđefghijklmnopqrstuvwxyz";
/** Documents number with the Vietnamese alphabet ("c, d, đ, e") or with the Latin one ("c, d, e"). */
const letterOrdinal = (letter: string): number => LETTERS.indexOf(letter) + 1;

const ROMAN = /^(?:x{0,3})(?:ix|iv|v?i{0,3})$/;
const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };
const romanValue = (text: string): number => {
  let total = 0;
  for (const [at, digit] of [...text].entries()) {
    const value = ROMAN_VALUES[digit] ?? 0;
    const next = ROMAN_VALUES[text[at + 1] ?? ""] ?? 0;
    total += value < next ? -value : value;
  }
  return total;
};

/** A catalogue of a commune has no item 200 and no section 61; such figures are quantities, years, prices. */
const HIGHEST = 199;
const HIGHEST_PART = 99;

const token = (text: string, sign: string): ItemNumber | null => {
  const composed = text.normalize("NFC");
  const lower = composed.toLowerCase();
  if (/^\d{1,3}(?:\.\d{1,2})*$/.test(lower)) {
    const path = lower.split(".").map(Number);
    const [first = 0, ...rest] = path;
    if (first < 1 || first > HIGHEST || rest.some((part) => part < 1 || part > HIGHEST_PART)) return null;
    return { style: "arabic", path, printed: composed, sign };
  }
  const capital = composed !== lower;
  if (capital && ROMAN.test(lower) && composed === composed.toUpperCase())
    return { style: "roman", path: [romanValue(lower)], printed: composed, sign };
  if ([...lower].length === 1 && letterOrdinal(lower) > 0)
    return { style: capital ? "capital" : "letter", path: [letterOrdinal(lower)], printed: composed, sign };
  if (!capital && lower.length > 1 && ROMAN.test(lower))
    return { style: "small_roman", path: [romanValue(lower)], printed: composed, sign };
  return null;
};

const NUMBER = String.raw`\d{1,3}(?:\.\d{1,2}){0,5}|[IVX]{1,6}|[ivx]{1,5}|\p{L}`;
/** "3.5.a" and "3.5a": the parent's number stands before the letter. */
const COMPOUND = /^(\d{1,3}(?:\.\d{1,2}){0,4})\.?\s?(\p{Ll})$/u;
const CELL = new RegExp(String.raw`^(\()?(${NUMBER})\s*([.):/\]-])?\.?$`, "u");
const WORDED = /^(?:nhiem vu|muc|nhom|nhom nhiem vu|phan|chuong|noi dung|tieu muc|linh vuc)(?: so)? /;

const signOf = (open: string | undefined, close: string | undefined): string =>
  open === "(" ? "()" : (close ?? "");

/** The whole of a cell of the number column, or what a format draws before a paragraph. */
export const parseItemNumber = (cell: string): ItemNumber | null => {
  const text = cell.replace(/\s+/gu, " ").trim().normalize("NFC");
  if (text === "" || text.length > 30) return null;
  if (!/[\p{L}\p{N}]/u.test(text)) return bullet(text);
  const worded = WORDED.exec(foldVietnamese(text));
  const bare = worded === null ? text : text.split(" ").slice(worded[0].trim().split(" ").length).join(" ");
  const compound = COMPOUND.exec(bare.replace(/[.)]$/, ""));
  if (compound !== null) {
    const parent = token(compound[1] ?? "", "");
    const letter = token(compound[2] ?? "", "");
    if (parent !== null && letter !== null)
      return {
        style: "letter",
        path: [...parent.path, ...letter.path],
        printed: bare.replace(/[.)]$/, ""),
        sign: "",
      };
  }
  const match = CELL.exec(bare);
  return match === null ? null : token(match[2] ?? "", signOf(match[1], match[3]));
};

const bullet = (sign: string): ItemNumber => ({
  style: "bullet",
  path: [],
  printed: /^[-‐‑‒–—―−]/.test(sign) ? "-" : sign.charAt(0),
  sign: "",
});

const BULLET = /^([-‐‑‒–—―−+*•▪●○◦■□·✓✔➢❖»►\uf000-\uf0ff])\s*(?=\S)/u;
const PUNCTUATED = new RegExp(String.raw`^(\()?(${NUMBER})\s?([.):])\s*(?=\S)`, "u");
/** "1.1 Tuyên truyền …": a path needs no sign behind it; the word after it is no unit of measure. */
const BARE_PATH = /^(\d{1,3}(?:\.\d{1,2}){1,5})\s+(?=[\p{L}“"])/u;
/** "2 CÁC NHIỆM VỤ …": a lone figure before a heading in capitals. */
const BEFORE_CAPITALS = /^(\d{1,2}|[IVX]{1,5})\s+(?=\p{Lu}{2,}\s+\p{Lu}{2,})/u;
const WORDED_START =
  /^(?:Nhiệm vụ|Mục|Nhóm|Nhóm nhiệm vụ|Phần|Chương|Nội dung|Tiểu mục|Lĩnh vực)(?: số)?\s+(\d{1,2}|[IVX]{1,5}|[A-H])\s*([.:)-]|–)\s*(?=\S)/iu;

/** "I Nhóm nhiệm vụ …", "A Tuyên truyền …": over a whole row a numeral or letter needs no sign behind it. */
const BEFORE_HEADING = /^(\d{1,2}|[IVX]{1,5}|[A-HĐ])\s+(?=\p{Lu})/u;

export type NumberedText = { readonly number: ItemNumber; readonly rest: string };

/** The number, letter or bullet at the start of a paragraph, and what follows it; null where there is none. */
export const splitItemNumber = (paragraph: string): NumberedText | null => {
  const text = paragraph.trimStart();
  const sign = BULLET.exec(text);
  if (sign !== null) return { number: bullet(sign[1] ?? "-"), rest: text.slice(sign[0].length) };
  const worded = WORDED_START.exec(text);
  if (worded !== null) return found(token(worded[1] ?? "", worded[2] ?? ""), text, worded[0]);
  const bare = BARE_PATH.exec(text) ?? BEFORE_CAPITALS.exec(text);
  if (bare !== null) return found(token(bare[1] ?? "", ""), text, bare[0]);
  const match = PUNCTUATED.exec(text);
  if (match === null) return null;
  const rest = text.slice(match[0].length);
  // "15.000 hộ", "8.30 giờ": a figure, not a number of an item.
  if (/^\d/.test(rest) && match[3] === ".") return null;
  return found(token(match[2] ?? "", signOf(match[1], match[3])), text, match[0]);
};

/** The same for a heading that has its row to itself. */
export const splitHeadingNumber = (heading: string): NumberedText | null => {
  const text = heading.trimStart();
  const bare = BEFORE_HEADING.exec(text);
  return splitItemNumber(text) ?? (bare === null ? null : found(token(bare[1] ?? "", ""), text, bare[0]));
};

const found = (number: ItemNumber | null, text: string, taken: string): NumberedText | null =>
  number === null ? null : { number, rest: text.slice(taken.length) };
