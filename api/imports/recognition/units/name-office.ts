import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";

/** How a people's committee is named, in running text and in a letterhead's capitals. */

export type Office = {
  readonly level: string;
  /** Null where the text says only "UBND phường". */
  readonly name: string | null;
  readonly from: number;
  readonly to: number;
};

const LEVELS = "phường|xã|thị trấn|đặc khu|quận|huyện|thị xã|thành phố|tỉnh|tp\\.?";
const COMMITTEE = "(?:[ỦUuủ][ỷyỶY]|ủy|uỷ)\\s+ban\\s+nhân\\s+dân|UBND";
const WORD = String.raw`(?:\p{Lu}[\p{L}'’]*|\d{1,2})`;
const OFFICE = new RegExp(String.raw`(?<!\p{L})(${COMMITTEE})[\s,]{1,3}(${LEVELS})(?!\p{L})`, "giu");
/** "… - BAN DÂN VẬN": a second issuer, not the other half of a double name. */
const NO_OTHER = String.raw`(?!\s?[-–]\s?(?:BAN|Ban|[ỦU][ỶYỷy]|UBND|HĐND|ĐẢNG|Đảng|MẶT|Mặt|HỘI|Hội|PHÒNG|Phòng|VĂN|Văn|CÔNG AN|Công an)(?!\p{L}))`;
const CAPITALS = String.raw`(?:\p{Lu}[\p{Lu}'’]*|\d{1,2})`;
const NAME = new RegExp(String.raw`^\s{1,3}(${WORD}(?:${NO_OTHER}(?:\s?[-–]\s?|\s)${WORD}){0,4})`, "u");
const CAPITAL_NAME = new RegExp(
  String.raw`^\s{1,3}(${CAPITALS}(?:${NO_OTHER}(?:\s?[-–]\s?|\s)${CAPITALS}){0,4})(?!\p{Ll})`,
  "u",
);

const LEVEL_WORDS: Readonly<Record<string, string>> = { tp: "thành phố", "tp.": "thành phố" };
const COMMUNES: readonly string[] = ["phường", "xã", "thị trấn", "đặc khu"];
export const isCommune = (level: string): boolean => COMMUNES.includes(level);

export const findOffices = (text: string): readonly Office[] =>
  [...text.matchAll(OFFICE)].map((found) => {
    const [whole, , level = ""] = found;
    const to = found.index + whole.length;
    const rest = text.slice(to, to + 80);
    const name = (level === level.toUpperCase() ? CAPITAL_NAME : NAME).exec(rest);
    const lower = level.toLowerCase();
    return {
      level: LEVEL_WORDS[lower] ?? lower,
      name: name?.[1]?.replace(/\s?[-–]\s?/gu, " - ").trim() ?? null,
      from: found.index,
      to: to + (name?.[0].length ?? 0),
    };
  });

const titleCase = (name: string): string =>
  name.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase());

/** The name as the text writes it elsewhere in small letters, else each word with a capital. */
const spelled = (level: string, name: string, elsewhere: string): string => {
  if (name !== name.toUpperCase() || /^\d+$/.test(name)) return name;
  const lower = elsewhere.toLowerCase();
  const sought = `${level} ${name.toLowerCase()}`;
  if (lower.length === elsewhere.length)
    for (let at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, at + 1)) {
      const written = elsewhere.slice(at + level.length + 1, at + sought.length);
      if (written !== written.toUpperCase() && /^\p{Lu}/u.test(written)) return written;
    }
  return titleCase(name);
};

/** "Ủy ban nhân dân phường …", whatever the spelling. */
export const canonicalOffice = ({ level, name }: Pick<Office, "level" | "name">, elsewhere = ""): string =>
  `Ủy ban nhân dân ${level}${name === null ? "" : ` ${spelled(level, name, elsewhere)}`}`;

const PLACE =
  /(?:^| )((?:phuong|xa|thi tran|dac khu|quan|huyen|thi xa|thanh pho|tinh) .+?)(?= (?:quan|huyen|thi xa|thanh pho|tinh) |$)/;
const folded = (office: string): string =>
  foldVietnamese(expandOffices(office.replace(/(?<!\p{L})TP\.?(?!\p{L})/giu, "thành phố")))
    .replace(/,.*$/, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** Whether both are bodies of one place, whatever the spelling: a plan of the party's or a steering board's there is its own. */
export const isSameOffice = (one: string, other: string): boolean => {
  const [first, second] = [folded(one), folded(other)];
  return first === second || (PLACE.exec(first)?.[1] ?? first) === (PLACE.exec(second)?.[1] ?? second);
};

/** Abbreviations of the committee and the council written out. */
export const expandOffices = (text: string): string =>
  text
    .replace(/(?<!\p{L})UBND(?!\p{L})/gu, "Ủy ban nhân dân")
    .replace(/(?<!\p{L})HĐND(?!\p{L})/gu, "Hội đồng nhân dân")
    .replace(/(?<!\p{L})Uỷ ban/gu, "Ủy ban");
