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
  | { readonly date: string }
  | { readonly term: string; readonly args?: SentenceArguments }
  | { readonly list: readonly SentenceArgument[] };

export type SentenceArguments = { readonly [name: string]: SentenceArgument };

export type Translate = (key: string, args?: SentenceArguments) => string;

/** Both languages write lists alike; a Fluent value cannot keep its trailing blank, so it stands here. */
const LIST_SEPARATOR = ", ";

/** `DAY($due)` is the Fluent message `date-day`: how a date is written is the language's own affair. */
const DATE_FORMS = { DAY: "date-day", SHORTDAY: "date-shortday", DATE: "date-date", MONTH: "date-month" };

/** Without a function around it, `{ $due }` is written as by `DATE`. */
class CalendarDate extends FluentType<Temporal.PlainDate> {
  readonly #form: (date: Temporal.PlainDate) => string;
  constructor(iso: string, form: (date: Temporal.PlainDate) => string) {
    super(Temporal.PlainDate.from(iso, { overflow: "reject" }));
    this.#form = form;
  }
  override toString(): string {
    return this.#form(this.value);
  }
}

const capitalise = (text: string, locale: string): string => {
  // By code point: the first letter may be a surrogate pair.
  const [first = ""] = text;
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
};

/** One language, from its `.ftl` sources. Exported for tests; everything else asks `translatorFor`. */
export const translatorFrom = (locale: string, sources: readonly string[]): Translate => {
  const dateFunction =
    (form: string): FluentFunction =>
    ([value], named) => {
      if (!(value instanceof CalendarDate)) throw new TypeError(`${form} needs a date argument`);
      const text = writeDate(form, value.value);
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
    const [error] = bundle.addResource(parsed(locale, source));
    if (error) throw new Error(`locales/${locale}: ${error.message}`);
  }

  const writeDate = (form: string, date: Temporal.PlainDate): string =>
    translate(form, {
      weekday: { term: `weekday-${date.dayOfWeek}` },
      day: date.day,
      month: date.month,
      // As text: a year has no thousands separator.
      year: String(date.year),
    });

  const filled = (argument: SentenceArgument): string | number | CalendarDate => {
    if (typeof argument === "string" || typeof argument === "number") return argument;
    if ("date" in argument) {
      return new CalendarDate(argument.date, (date) => writeDate(DATE_FORMS.DATE, date));
    }
    if ("term" in argument) return translate(argument.term, argument.args);
    return argument.list.map((item) => written(filled(item))).join(LIST_SEPARATOR);
  };

  const written = (value: string | number | CalendarDate): string =>
    typeof value === "number" ? numbers.format(value) : value.toString();
  const numbers = new Intl.NumberFormat(locale);

  const translate: Translate = (key, args = {}) => {
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
  return translate;
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

const translators = new Map<Locale, Translate>();

/** Files are read at the first sentence of a language, once. */
export const translatorFor = (locale: Locale): Translate => {
  const known = translators.get(locale);
  if (known) return known;
  const translator = translatorFrom(locale, [...readSentenceFiles(locale).values()]);
  translators.set(locale, translator);
  return translator;
};

/**
 * The sentence `key` in a language. A key that is missing, an argument that is missing or of the wrong kind is
 * a bug and throws. Strings are inserted as they are: nothing in them is ever read as Fluent.
 */
export const translate = (locale: Locale, key: string, args?: SentenceArguments): string =>
  translatorFor(locale)(key, args);
