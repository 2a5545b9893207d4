import words from "../../vocabulary/document-words.json" with { type: "json" };
import type { TextLine } from "../parts/text-line.ts";

export type Signer = {
  readonly position: string;
  readonly from: number;
  readonly to: number;
  readonly sure: boolean;
};

const AUTHORITY = String.raw`(?:TM|KT|TL|TUQ|Q|T\/M|K\/T)\s?\.|(?:TM|KT|TL|TUQ)(?=\s)`;
/** A position begins at an authority sign, or at a title that follows another title. */
const PIECE = new RegExp(
  String.raw`(?:(?:${AUTHORITY})\s?)?(?:(?:${words.positions.join("|")})(?!\p{L})|[ỦU][ỶY] BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|BAN THƯỜNG VỤ|BAN CHỈ ĐẠO|BAN CHẤP HÀNH)`,
  "gu",
);
/** After the position stand the office's name, or nothing that is capitals. */
const TAIL = /^[\p{Lu}\s\d'’&,-]{0,80}/u;

const tidy = (piece: string): string =>
  piece
    .replace(/\s+/gu, " ")
    .replace(/^(TM|KT|TL|TUQ|Q|T\/M|K\/T)\s?\.?\s?(?=\p{Lu})/u, "$1. ")
    .replace(/[\s,-]+$/u, "")
    .trim();

const piecesOf = (text: string): readonly string[] => {
  const starts = [...text.matchAll(PIECE)];
  return starts.map((found, at) => {
    const next = starts[at + 1]?.index ?? text.length;
    const tail = TAIL.exec(text.slice(found.index + found[0].length, next));
    return tidy(found[0] + (tail?.[0] ?? ""));
  });
};

/**
 * "TM. ỦY BAN NHÂN DÂN - KT. CHỦ TỊCH - PHÓ CHỦ TỊCH". The lines may stand one below the other, in one paragraph, or
 * beside the recipients; the person's name is no part of it.
 */
export const recogniseSigner = (lines: readonly TextLine[]): Signer | null => {
  const found: { piece: string; line: TextLine }[] = [];
  for (const line of lines) {
    const capitals = line.capitals
      ? line.text
      : (/(?:TM|KT|TL|TUQ|T\/M|K\/T)\s?\..{0,200}$/u.exec(line.text)?.[0] ?? "");
    const pieces = piecesOf(capitals).filter((piece) => found.every((one) => one.piece !== piece));
    found.push(...pieces.map((piece) => ({ piece, line })));
  }
  const [first] = found;
  const last = found.at(-1);
  if (first === undefined || last === undefined) return null;
  const chosen = oneSigner(found.map(({ piece }) => piece));
  return {
    position: chosen.join(" - "),
    from: first.line.from,
    to: last.line.to,
    sure: chosen.length === found.length && isPosition(chosen.at(-1) ?? ""),
  };
};

const isPosition = (piece: string): boolean => words.positions.some((name) => piece.includes(name));

/** A document signed by several (a joint plan): the first whole signature. */
const oneSigner = (pieces: readonly string[]): readonly string[] => {
  const again = pieces.findIndex((piece, at) => at > 0 && piece.startsWith("TM."));
  return again < 0 ? pieces : pieces.slice(0, again);
};
