import { foldVietnamese } from "../shared/normalise-vietnamese.ts";
import { DOCUMENT_KINDS, DOCUMENT_SIGNS } from "./note-vocabulary.ts";

export type FoundDocument = {
  readonly start: number;
  readonly end: number;
  readonly number: string;
  readonly kind: string | null;
};

const SIGNS: ReadonlyMap<string, { readonly sign: string; readonly kind: string }> = new Map(
  Object.entries(DOCUMENT_SIGNS).map(([sign, kind]) => [foldVietnamese(sign), { sign, kind }]),
);
/** Longest first, so that "nghị quyết" is not found in the middle of something longer. */
const KINDS = DOCUMENT_KINDS.map((kind) => ({ kind, folded: foldVietnamese(kind) })).sort(
  (a, b) => b.folded.length - a.folded.length,
);

/** 12/KH-UBND, 30/2020/NĐ-CP, 294/KH; spaces round the slash as in letterheads ("673 /QĐ-UBND"). */
const SLASH_FIRST =
  /(?<![\p{L}\p{N}/.-])\d{1,5} ?(?:\/ ?(?:19|20)\d{2} ?)?\/ ?([a-z]{1,6})(?![\p{L}\p{N}])/gu;
/** The Party's way: 218-QĐ/TW, 01-CTr/BXDĐ. */
const HYPHEN_FIRST = /(?<![\p{L}\p{N}/.-])\d{1,5} ?- ?([a-z]{1,6}) ?\/ ?[a-z]{1,15}(?![\p{L}\p{N}])/gu;
const ISSUER = /( ?)-( ?)[a-z&]{1,15}(?![\p{L}\p{N}])/uy;
const KIND_WORDS = KINDS.map(({ folded }) => folded).join("|");
/** "kế hoạch số 12": no sign, as people say it. */
const NUMBER_ONLY = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${KIND_WORDS}) so ?:? ?(\\d{1,5})(?![\\p{L}\\p{N}%]| ?[/%]|[.,-]\\d)`,
  "gu",
);
const KIND_BEFORE = new RegExp(`(?<![\\p{L}\\p{N}])(${KIND_WORDS}|kh|bc|qd|cv|ttr|tb)(?: so)? ?:? ?$`, "u");
const SAID_NUMBER_BEFORE = /(?<!\p{L})so ?:? ?$/u;
const KIND_REACH = 32;
const ISSUERS_AT_MOST = 4;

const isCapitals = (text: string): boolean => text !== text.toLowerCase() && text === text.toUpperCase();

/**
 * Where the issuer's sign ends ("-UBND", "-VX"). A hyphen with spaces may also be the pause in
 * "12/KH - đã ban hành", so that only capitals are taken after it.
 */
const endOfIssuers = (
  folded: string,
  from: number,
  typed: (start: number, end: number) => string,
): number => {
  let end = from;
  for (let count = 0; count < ISSUERS_AT_MOST; count += 1) {
    ISSUER.lastIndex = end;
    const match = ISSUER.exec(folded);
    if (match === null) break;
    const spaced = match[1] !== "" || match[2] !== "";
    if (spaced && !isCapitals(typed(end, end + match[0].length))) break;
    end += match[0].length;
  }
  return end;
};

/** Typed all in small letters: capitals, and the known sign in its official spelling. */
const tidyNumber = (typed: string, sign: string): string => {
  const number = typed.replace(/\s/g, "").replace(/[‐‑‒–—―−]/g, "-");
  if (number !== number.toLowerCase()) return number;
  const official = SIGNS.get(sign)?.sign;
  return number
    .toUpperCase()
    .replace(/\p{L}+/u, (first) =>
      official === undefined || foldVietnamese(first) !== sign ? first : official,
    );
};

const kindOf = (before: string, sign: string): string | null => {
  const said = KIND_BEFORE.exec(before)?.[1];
  const word = KINDS.find(({ folded }) => folded === said)?.kind;
  return word ?? SIGNS.get(sign)?.kind ?? null;
};

/** The documents a folded text names by number. `typed` gives the original words of a stretch. */
export const findDocuments = (
  folded: string,
  typed: (start: number, end: number) => string,
): FoundDocument[] => {
  const found: FoundDocument[] = [];
  for (const pattern of [SLASH_FIRST, HYPHEN_FIRST]) {
    for (const match of folded.matchAll(pattern)) {
      const start = match.index;
      const head = start + match[0].length;
      const sign = match[1] ?? "";
      const end = endOfIssuers(folded, head, typed);
      const before = folded.slice(Math.max(0, start - KIND_REACH), start);
      const known = SIGNS.has(sign);
      // "5/khu", "24/h": letters that are no known sign make a number only in capitals or after "số", with an issuer.
      const likely =
        pattern === SLASH_FIRST &&
        end > head &&
        (isCapitals(typed(start, end)) || SAID_NUMBER_BEFORE.test(before));
      if (!known && !likely) continue;
      found.push({ start, end, number: tidyNumber(typed(start, end), sign), kind: kindOf(before, sign) });
    }
  }
  for (const match of folded.matchAll(NUMBER_ONLY)) {
    const number = match[1] ?? "";
    const end = match.index + match[0].length;
    const before = folded.slice(match.index, end - number.length);
    found.push({ start: end - number.length, end, number, kind: kindOf(before, "") });
  }
  return found.sort((a, b) => a.start - b.start);
};
