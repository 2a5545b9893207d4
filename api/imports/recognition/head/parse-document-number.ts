/** A document's number and sign as Nghị định 30/2020/NĐ-CP and the Party's offices write them. */

export type FoundNumber = {
  /** Without the spaces that typing or a line end put into it: "673/QĐ-UBND", "01-CTr/BDV". */
  readonly number: string;
  /** Offsets in the text, end exclusive. */
  readonly from: number;
  readonly to: number;
};

/** "QĐ", "CTr", "TTg", "QyĐ", "UBTVQH15", "HĐND&UBND". */
const SIGN = String.raw`\p{Lu}\p{Ll}?\p{Lu}[\p{Lu}\d&]{0,20}\p{Ll}{0,2}\d{0,2}`;
const FIGURES = String.raw`\d(?:\s?\d){0,4}[a-zđ]?`;
const SIGNS = String.raw`${SIGN}(?:\s?[-–/]\s?${SIGN}){0,4}`;
const NUMBER = new RegExp(
  String.raw`(?<![\p{L}\d/])\d{1,5}[a-zđ]?(?:\s?/\s?(?:19|20)\d{2})?\s?[-–/]\s?${SIGNS}(?!\p{L})`,
  "gu",
);
const OWN = new RegExp(String.raw`số\s?[:.]?\s?(${FIGURES})?[\s….·_]{0,60}\s?([/–-])\s?(${SIGNS})`, "iu");
const OWN_BARE = /số\s?[:.]\s?(\d(?:\s?\d){0,4})(?![\d\s]*[./-])/iu;

const compact = (text: string): string => text.replace(/\s+/gu, "").replace(/–/gu, "-");

export const findDocumentNumbers = (text: string): readonly FoundNumber[] =>
  [...text.matchAll(NUMBER)].map((found) => ({
    number: compact(found[0]),
    from: found.index,
    to: found.index + found[0].length,
  }));

/** "Số: 673 /QĐ-UBND"; `number` is null where the registry has not filled it in: "Số:     /KH-UBND". */
export type OwnNumber = { readonly number: string | null; readonly signs: string | null };

/** Null for a line that holds no "Số: …". */
export const parseOwnNumber = (line: string): OwnNumber | null => {
  const text = line.slice(0, 300);
  const found = OWN.exec(text);
  if (found) {
    const [, figures, mark = "/", signs = ""] = found;
    return {
      number: figures === undefined ? null : compact(`${figures}${mark}${signs}`),
      signs: compact(signs),
    };
  }
  const bare = OWN_BARE.exec(text);
  return bare ? { number: compact(bare[1] ?? ""), signs: null } : null;
};
