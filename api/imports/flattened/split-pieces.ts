import { foldVietnamese } from "../../shared/normalise-vietnamese.ts";
import { endsInTime, endsOpen, isShortHead, judgeTime } from "./judge-cell-text.ts";
import { goesOnWithDash } from "./judge-dash.ts";
import { goesOnWithNumber } from "./judge-number-rest.ts";
import { type CellStart, countStartWords, isDitto, judgeStart } from "./judge-start.ts";
import { measureText, SPACE_WIDTH } from "./measure-text.ts";
import type { VisualLine } from "./visual-line.ts";

/** A visual line, or the part of one where another cell may begin. */
export type Piece = {
  readonly line: VisualLine;
  readonly text: string;
  readonly width: number;
  /** From the beginning of its visual line. */
  readonly fullWidth: number;
  /** Of its first word. */
  readonly firstWord: number;
  /** It goes on in the visual line of the piece before. */
  readonly sameLine: boolean;
  /** A page ends before it. */
  readonly afterBreak: boolean;
  readonly start: CellStart;
  /** A dash began this line, or one before it in the same row without another start between. */
  readonly inList: boolean;
  /** How little it can be the end of a cell; 0: it can. */
  readonly endsOpen: number;
  readonly endsInTime: boolean;
  /** It begins with the number that the piece before asks for: "Quý" – "III/2026". */
  readonly goesOnWithNumber: boolean;
  /** For comparing. */
  readonly folded: string;
};

const MOST_PIECES = 8;
const LONGEST_LINE = 400;
const SPLITTING = /^(?:[“"(-]?\p{Lu}|\d{1,2}\/\d|\d{4}\s?[-–]\s?\d{4}|\d{4}[.,;]?$|[-–]\s?nt\b)/u;
/** Words of a line after a page break that are tried as the rest of another cell. */
const LONGEST_REST = 14;

/** Cuts a line where the start of a unit, a person, a product or a time stands inside it. */
const splitLine = (
  line: VisualLine,
  before: VisualLine | undefined,
  afterBreak: boolean,
  spellings: ReadonlySet<string>,
  wholeCells: boolean,
): readonly Piece[] => {
  const words = line.text.split(" ");
  const cuts = [0];
  if (line.text.length <= LONGEST_LINE && !wholeCells)
    for (let at = 1; at < words.length && cuts.length < MOST_PIECES; at++)
      if (
        beginsCell(words, at, cuts.at(-1) ?? 0, before?.text ?? "", spellings) ||
        (afterBreak && words.length <= LONGEST_REST && /^\p{Ll}/u.test(words[at] ?? ""))
      )
        cuts.push(at);
  let fullWidth = 0;
  return cuts.map((from, index): Piece => {
    const text = words.slice(from, cuts[index + 1] ?? words.length).join(" ");
    const width = measureText(text);
    const start = judgeStart(text, spellings);
    fullWidth += width + (index === 0 ? 0 : SPACE_WIDTH);
    return {
      line,
      text,
      width,
      fullWidth,
      firstWord: measureText(words[from] ?? ""),
      sameLine: index > 0,
      afterBreak: index === 0 && afterBreak,
      start:
        index === 0 && before !== undefined && goesOnWithDash(before.text, text)
          ? { ...start, dashed: false, unit: false }
          : start,
      inList: false,
      // One word says by itself less than with the one before it: "Xây dựng" – "Đảng".
      endsOpen: endsOpen(index > 0 || text.includes(" ") ? text : `${before?.text ?? ""} ${text}`),
      endsInTime: endsInTime(text),
      goesOnWithNumber: index === 0 && goesOnWithNumber(before?.text.slice(-40) ?? "", text),
      folded: foldVietnamese(text),
    };
  });
};

/** "Văn phòng HĐND - UBND xã": one name, though a unit follows the dash. */
const NAME_WITH_DASH = /H[ĐD]ND [-–] UBND/u;
const DASH_WORD = /^[-–+]$/u;
/** Words that a name can be broken after, back from a place in it. */
const NAME_REACH = 4;

const beginsCell = (
  words: readonly string[],
  at: number,
  lastCut: number,
  lineBefore: string,
  spellings: ReadonlySet<string>,
): boolean => {
  const word = words[at] ?? "";
  const before = words.slice(lastCut, at).join(" ");
  if (isDitto(word) || isDitto(before)) return true;
  if (!SPLITTING.test(word) && !DASH_WORD.test(word)) return false;
  const rest = words.slice(at, at + 6).join(" ");
  if (DASH_WORD.test(word) && NAME_WITH_DASH.test(`${before} ${rest}`)) return false;
  if (DASH_WORD.test(word))
    return (
      /^\p{Lu}/u.test(words[at + 1] ?? "") &&
      judgeStart(rest, spellings).unit &&
      !goesOnWithDash(lastCut === 0 ? `${lineBefore.slice(-40)} ${before}` : before, rest)
    );
  if (DASH_WORD.test(words[at - 1] ?? "")) return false;
  const start = judgeStart(rest, spellings);
  // "Hằng quý Cao": behind a whole time frame another cell begins, whatever it says.
  if (!start.time && /^\p{Lu}\p{Ll}/u.test(word) && judgeTime(before) === 1) return true;
  if (!(start.unit || start.leader || start.product || start.time || start.task)) return false;
  const openEnd = endsOpen(before);
  if ((openEnd >= 4 && !start.time) || (start.nameGoesOn && openEnd > 0)) return false;
  if (start.time && (endsInTime(before) || goesOnWithNumber(before.slice(-40), rest))) return false;
  // "hội" that completes "Văn hóa - Xã" is no first word of a name.
  const whole = lastCut === 0 && /^\p{Ll}/u.test(before) ? `${lineBefore.slice(-40)} ${before}` : before;
  if (!start.time && isShortHead(whole)) return false;
  // "Trạm Y tế", "Ban Xây dựng Đảng": the word stands inside a name that began before it.
  for (let from = Math.max(lastCut, at - NAME_REACH); from < at; from++)
    if (countStartWords(words.slice(from, at + NAME_REACH).join(" ")) > at - from) return false;
  return true;
};

/** The pieces of a row's lines. */
export const splitPieces = (
  lines: readonly VisualLine[],
  breaks: ReadonlySet<number>,
  spellings: ReadonlySet<string>,
  wholeCells: boolean,
): readonly Piece[] => {
  const pieces: Piece[] = [];
  let dashes = 0;
  for (const [index, line] of lines.entries()) {
    const own = splitLine(line, lines[index - 1], breaks.has(index), spellings, wholeCells);
    for (const piece of own) {
      // A capital that begins a unit ends the list, unless it may be the second line of an item.
      if (piece.start.dashed) dashes = 2;
      else if (piece.start.unit) dashes -= 1;
      pieces.push({ ...piece, inList: dashes > 0 });
    }
  }
  return pieces.map((piece, at) => (announcesDate(piece, pieces[at + 1]) ? timed(piece) : piece));
};

/** Letters of "Đăng ký trước" and the like. */
const LONGEST_ANNOUNCEMENT = 20;

/** A short text ends where a date has to follow, and one does: what is to be done by then stands in the time cell. */
const announcesDate = ({ text, endsInTime: open, start }: Piece, next: Piece | undefined): boolean =>
  open &&
  !start.time &&
  !start.lower &&
  text.length <= LONGEST_ANNOUNCEMENT &&
  next?.start.time === true &&
  /^\d/u.test(next.text);

const timed = (piece: Piece): Piece => ({ ...piece, start: { ...piece.start, time: true } });
