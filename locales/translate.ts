import { readdirSync, readFileSync } from "node:fs";
import { FluentBundle, type FluentFunction, FluentResource, FluentType } from "@fluent/bundle";
import { Temporal } from "temporal-polyfill";

export const LOCALES = ["vi", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/**
 * What a sentence can be filled with. The same shape as `MessageArgument` of `api/outbox/message.ts`,
 * written here once more because this folder imports nothing of ours.
 */
export type SentenceArgument =
  | string
  | number
  | { readonly date: string; readonly due?: true }
  | { readonly term: string; readonly args?: SentenceArguments }
  | { readonly list: readonly SentenceArgument[] };

export type SentenceArguments = { readonly [name: string]: SentenceArgument };

export type Translate = (key: string, args?: SentenceArguments) => string;

/** A sentence, and where the due dates (`{ date, due: true }`) stand in it; UTF-16 offsets. */
export type PlacedSentence = {
  readonly text: string;
  readonly dates: readonly { readonly offset: number; readonly length: number; readonly date: string }[];
};
export type TranslatePlaced = (key: string, args?: SentenceArguments) => PlacedSentence;

/** Both languages write lists alike; a Fluent value cannot keep its trailing blank, so it stands here. */
const LIST_SEPARATOR = ", ";

/** `DAY($due)` is the Fluent message `date-day`: how a date is written is the language's own affair. */
const DATE_FORMS = { DAY: "date-day", SHORTDAY: "date-shortday", DATE: "date-date", MONTH: "date-month" };

/**
 * While a sentence is put together, a due date in it stands between marks. The sign that begins a mark belongs to
 * no script; where it stands in people's words it is doubled, so that nothing they type is ever read as a mark.
 */
const MARK = "\uE000";
const MARKS = /\uE000(?:(\uE000)|\[([^\]]*)\]|;)/g;
const OPENING = /^(?:\uE000\[[^\]]*\])*/;

const asTyped = (words: string): string => words.replaceAll(MARK, MARK + MARK);
const marked = (text: string, date: string): string => `${MARK}[${date}]${text}${MARK};`;

/** Takes the marks out again. */
const placedIn = (written: string): PlacedSentence => {
  const dates: { offset: number; length: number; date: string }[] = [];
  let text = "";
  let read = 0;
  let open: { readonly offset: number; readonly date: string } | null = null;
  for (const { index, 0: mark, 1: typed, 2: date } of written.matchAll(MARKS)) {
    text += written.slice(read, index) + (typed ?? "");
    read = index + mark.length;
    if (date !== undefined) open = { offset: text.length, date };
    else if (typed === undefined && open !== null) {
      dates.push({ offset: open.offset, length: text.length - open.offset, date: open.date });
      open = null;
    }
  }
  return { text: text + written.slice(read), dates };
};

/** Without a function around it, `{ $due }` is written as by `DATE`. */
class CalendarDate extends FluentType<Temporal.PlainDate> {
  readonly #form: (date: CalendarDate) => string;
  readonly due: boolean;
  constructor(given: { readonly date: string; readonly due?: true }, form: (date: CalendarDate) => string) {
    super(Temporal.PlainDate.from(given.date, { overflow: "reject" }));
    this.#form = form;
    this.due = given.due === true;
  }
  override toString(): string {
    return this.#form(this);
  }
}

const capitalise = (text: string, locale: string): string => {
  const start = OPENING.exec(text)?.[0].length ?? 0;
  // By code point: the first letter may be a surrogate pair.
  const [first = ""] = text.slice(start);
  return text.slice(0, start) + first.toLocaleUpperCase(locale) + text.slice(start + first.length);
};

/** One language, from its `.ftl` sources. Exported for tests; everything else asks `translatorFor`. */
export const translatorFrom = (locale: string, sources: readonly string[]): Translate => {
  const placed = placedTranslatorFrom(locale, sources);
  return (key, args) => placed(key, args).text;
};

/** As `translatorFrom`, with the places of due dates. */
export const placedTranslatorFrom = (locale: string, sources: readonly string[]): TranslatePlaced => {
  const dateFunction =
    (form: string): FluentFunction =>
    ([value], named) => {
      if (!(value instanceof CalendarDate)) throw new TypeError(`${form} needs a date argument`);
      const text = writeDate(form, value);
      return named.cap?.valueOf() === 1 ? capitalise(text, locale) : text;
    };

  const bundle = new FluentBundle(locale, {
    // Isolation marks are invisible and break links and copied commands.
    useIsolating: false,
    functions: {
      ...Object.fromEntries(Object.entries(DATE_FORMS).map(([name, form]) => [name, dateFunction(form)])),
      // At the start of a line: the first letter of a term or a list. Numbers and dates pass unchanged.
      CAP: ([value = ""]) => (typeof value === "string" ? capitalise(value, locale) : value),
    },
  });
  for (const source of sources) {
    if (source.includes(MARK)) throw new Error(`locales/${locale}: a sentence holds a sign of no script`);
    const [error] = bundle.addResource(parsed(locale, source));
    if (error) throw new Error(`locales/${locale}: ${error.message}`);
  }

  const writeDate = (form: string, { value, due }: CalendarDate): string => {
    const text = write(form, {
      weekday: { term: `weekday-${value.dayOfWeek}` },
      day: value.day,
      month: value.month,
      // As text: a year has no thousands separator.
      year: String(value.year),
    });
    return due && form !== DATE_FORMS.MONTH ? marked(text, value.toString()) : text;
  };

  const filled = (argument: SentenceArgument): string | number | CalendarDate => {
    if (typeof argument === "number") return argument;
    if (typeof argument === "string") return asTyped(argument);
    if ("date" in argument) return new CalendarDate(argument, (date) => writeDate(DATE_FORMS.DATE, date));
    if ("term" in argument) return write(argument.term, argument.args);
    return argument.list.map((item) => written(filled(item))).join(LIST_SEPARATOR);
  };

  const written = (value: string | number | CalendarDate): string =>
    typeof value === "number" ? numbers.format(value) : value.toString();
  const numbers = new Intl.NumberFormat(locale);

  /** With its marks. */
  const write: Translate = (key, args = {}) => {
    const pattern = bundle.getMessage(key)?.value;
    // The key names the place; arguments are people's words and stay out of errors, hence out of logs.
    if (pattern === undefined || pattern === null)
      throw new Error(`locales/${locale} has no sentence ${key}`);
    const values = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, filled(value)]));
    const errors: Error[] = [];
    const text = bundle.formatPattern(pattern, values, errors);
    const [error] = errors;
    if (error) throw new Error(`locales/${locale}, sentence ${key}: ${error.message}`);
    return text;
  };
  return (key, args) => placedIn(write(key, args));
};

/**
 * The runtime parser of Fluent drops what it cannot read. A dropped sentence would be missed only on the day
 * that it is needed, so whatever is not an entry, its continuation or a comment stops the start.
 */
const parsed = (locale: string, source: string): FluentResource => {
  const resource = new FluentResource(source);
  const read = new Set<string>(resource.body.map((entry) => entry.id));
  for (const line of source.split(/\r?\n/)) {
    const id = /^(-?[a-zA-Z][\w-]*) *=/.exec(line)?.[1];
    if (id === undefined ? !/^(#|$|[ }])/.test(line) : !read.has(id)) {
      throw new Error(`locales/${locale}: cannot read the line “${line}”`);
    }
  }
  return resource;
};

/** The text of every `.ftl` file of a language, by file name. */
export const readSentenceFiles = (locale: Locale): ReadonlyMap<string, string> => {
  const folder = new URL(`./${locale}/`, import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith(".ftl"));
  return new Map(names.sort().map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));
};

type Translators = { readonly plain: Translate; readonly placed: TranslatePlaced };
const translators = new Map<Locale, Translators>();

/** Files are read at the first sentence of a language, once. */
const translatorsFor = (locale: Locale): Translators => {
  const known = translators.get(locale);
  if (known) return known;
  const placed = placedTranslatorFrom(locale, [...readSentenceFiles(locale).values()]);
  const made: Translators = { placed, plain: (key, args) => placed(key, args).text };
  translators.set(locale, made);
  return made;
};

export const translatorFor = (locale: Locale): Translate => translatorsFor(locale).plain;
export const placedTranslatorFor = (locale: Locale): TranslatePlaced => translatorsFor(locale).placed;

/**
 * The sentence `key` in a language. A key that is missing, an argument that is missing or of the wrong kind is
 * a bug and throws. Strings are inserted as they are: nothing in them is ever read as Fluent.
 */
export const translate = (locale: Locale, key: string, args?: SentenceArguments): string =>
  translatorFor(locale)(key, args);
