/** Formats that every program knows without their being written in the file (ECMA-376, 18.8.30). */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [9, "0%"],
  [10, "0.00%"],
  [14, "dd/mm/yyyy"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm"],
  [19, "h:mm:ss"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "dd/mm/yyyy h:mm"],
  [37, "#,##0"],
  [38, "#,##0"],
  [39, "#,##0.00"],
  [40, "#,##0.00"],
]);
const GENERAL = "General";

export const builtInFormat = (id: number): string => BUILT_IN.get(id) ?? GENERAL;

/** Texts and marks of a format that stand for no digit: "quoted", \x, _x, *x, [Red]. */
const LITERALS = /"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]/g;
const LONGEST_FORMAT = 200;

const sectionOf = (format: string): string => {
  let quoted = false;
  for (let at = 0; at < format.length; at += 1) {
    if (format[at] === '"') quoted = !quoted;
    if (format[at] === ";" && !quoted) return format.slice(0, at);
  }
  return format;
};

/** The number as the cell shows it; `bare` where the cell has no format, so that zeros at its end are lost. */
export const formatCellNumber = (
  value: number,
  format: string,
  since1904: boolean,
): { readonly text: string; readonly bare: boolean } => {
  const section = format.length > LONGEST_FORMAT ? GENERAL : sectionOf(format);
  const skeleton = section.replace(LITERALS, "");
  if (/^(?:general|@)?$/i.test(skeleton.trim())) return { text: shortest(value), bare: true };
  const day = dayParts(skeleton);
  if (day !== null) {
    const text = dayText(value, day, since1904);
    return text === null ? { text: shortest(value), bare: true } : { text, bare: false };
  }
  return { text: withDigits(value, section), bare: false };
};

/** 15 digits are what a sheet keeps: 1.1 is stored as 1.1000000000000001. */
const shortest = (value: number): string => String(Number(value.toPrecision(15)));

type DayParts = {
  readonly day: boolean;
  readonly month: boolean;
  readonly year: boolean;
  readonly time: boolean;
};

/** Null where it is no format of a date or a time. An `m` beside `h` or `s` is minutes. */
const dayParts = (skeleton: string): DayParts | null => {
  const letters = skeleton.toLowerCase().replace(/am\/pm|a\/p/g, "");
  if (!/[dmyhs]/.test(letters) || /[0#?](?!.*[dmyhs])|e[+-]/.test(letters)) return null;
  const time = /[hs]/.test(letters);
  const dates = letters.replace(/h+[^a-z]{0,3}m+|m+[^a-z]{0,3}s+/g, "");
  return {
    day: dates.includes("d"),
    month: dates.includes("m"),
    year: dates.includes("y"),
    time,
  };
};

const two = (figure: number): string => String(figure).padStart(2, "0");

/**
 * What the cell shows of the day, in Vietnamese order: a cell that shows no year has one all the same, the year in
 * which "20/11" was typed, and the document does not say it.
 */
const dayText = (serial: number, parts: DayParts, since1904: boolean): string | null => {
  const date = dateOfSerial(Math.floor(serial), since1904);
  if (date === null) return null;
  const minutes = Math.round((serial - Math.floor(serial)) * 24 * 60);
  const time = parts.time && minutes < 24 * 60 ? `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` : "";
  const figures = [
    ...(parts.day ? [two(date.getUTCDate())] : []),
    ...(parts.month ? [two(date.getUTCMonth() + 1)] : []),
    ...(parts.year ? [String(date.getUTCFullYear())] : []),
  ];
  const shown = [figures.join("/"), time].filter((piece) => piece !== "").join(" ");
  return shown === "" ? null : shown;
};

const DAY = 24 * 60 * 60 * 1000;
const BEFORE_1900 = Date.UTC(1899, 11, 31);
const FIRST_OF_1904 = Date.UTC(1904, 0, 1);
const LAST_SERIAL = 2_958_465;
/** The sheets count a 29 February 1900 that never was. */
const PHANTOM_DAY = 60;

/** Midnight in no zone: only its UTC parts say anything. */
const dateOfSerial = (serial: number, since1904: boolean): Date | null => {
  if (serial < 0 || serial > LAST_SERIAL) return null;
  if (since1904) return new Date(FIRST_OF_1904 + serial * DAY);
  return new Date(BEFORE_1900 + (serial >= PHANTOM_DAY ? serial - 1 : serial) * DAY);
};

const PLACEHOLDERS = /[#0?][#0?,.]*/;

/** Digits as the format asks for them; its own words ("0\"%\"", "00\".\"") stand round them. */
const withDigits = (value: number, section: string): string => {
  const literals: string[] = [];
  // Words of the format may hold digits; they stand aside while the placeholders are looked for.
  const bare = section.replace(LITERALS, (_, quoted?: string, escaped?: string) => {
    literals.push(quoted ?? escaped ?? "");
    return "\u0000";
  });
  const found = PLACEHOLDERS.exec(bare);
  if (found === null) return shortest(value);
  const [pattern] = found;
  const percent = bare.includes("%");
  const [whole = "", fraction = ""] = pattern.split(".");
  const amount = percent ? value * 100 : value;
  const most = Math.min(fraction.length, 15);
  const least = Math.min((fraction.match(/0/g) ?? []).length, most);
  const [digits = "", decimals = ""] = Math.abs(amount).toFixed(most).split(".");
  let shown = decimals;
  while (shown.length > least && shown.endsWith("0")) shown = shown.slice(0, -1);
  const grouped = whole.includes(",");
  const padded = digits.padStart((whole.match(/0/g) ?? []).length, "0");
  const text =
    (amount < 0 ? "-" : "") +
    (grouped ? padded.replace(/\B(?=(?:\d{3})+$)/g, ".") : padded) +
    (shown === "" ? "" : `${grouped ? "," : "."}${shown}`);
  let next = 0;
  return `${bare.slice(0, found.index)}${text}${bare.slice(found.index + pattern.length)}`
    .replaceAll("\u0000", () => literals[next++] ?? "")
    .trim();
};
