import { FluentResource } from "@fluent/bundle";
import { LOCALES, type Locale, readSentenceFiles } from "../../locales/translate.ts";

type Entry = FluentResource["body"][number];
type Pattern = NonNullable<Entry["value"]>;
type Element = Exclude<Pattern, string>[number];
type Expression = Exclude<Element, string>;

/** What one sentence is made of. */
export type Sentence = {
  readonly file: string;
  /** Names of its own `$arguments`, those of the messages that it includes not counted. */
  readonly variables: ReadonlySet<string>;
  /** Messages and -terms that it includes. */
  readonly references: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
  /** The words between, and quoted literals. */
  readonly texts: readonly string[];
};

const sentenceOf = (file: string, entry: Entry): Sentence => {
  const variables = new Set<string>();
  const references = new Set<string>();
  const functions = new Set<string>();
  const texts: string[] = [];

  const visitPattern = (pattern: Pattern): void => {
    for (const element of typeof pattern === "string" ? [pattern] : pattern) {
      if (typeof element === "string") texts.push(element);
      else visit(element);
    }
  };
  const visit = (expression: Expression): void => {
    switch (expression.type) {
      case "var":
        variables.add(expression.name);
        break;
      case "str":
        texts.push(expression.value);
        break;
      case "mesg":
        references.add(expression.attr ? `${expression.name}.${expression.attr}` : expression.name);
        break;
      case "term":
      case "func":
        if (expression.type === "func") functions.add(expression.name);
        else references.add(`-${expression.name}`);
        for (const argument of expression.args) if (argument.type !== "narg") visit(argument);
        break;
      case "select":
        visit(expression.selector);
        for (const variant of expression.variants) visitPattern(variant.value);
        break;
      default:
    }
  };
  for (const pattern of [entry.value, ...Object.values(entry.attributes)]) if (pattern) visitPattern(pattern);
  return { file, variables, references, functions, texts };
};

export type Sentences = ReadonlyMap<string, Sentence>;

export const sentencesIn = (files: ReadonlyMap<string, string>): Sentences =>
  new Map(
    [...files].flatMap(([file, source]) =>
      new FluentResource(source).body.map((entry): [string, Sentence] => [entry.id, sentenceOf(file, entry)]),
    ),
  );

/** All that must be handed over to say `key`: its own arguments and those of the messages that it includes. */
export const argumentsOf = (sentences: Sentences, key: string): readonly string[] => {
  const names = new Set<string>();
  const seen = new Set<string>();
  const collect = (id: string): void => {
    const sentence = sentences.get(id);
    // A -term has parameters of its own.
    if (!sentence || seen.has(id) || id.startsWith("-")) return;
    seen.add(id);
    for (const name of sentence.variables) names.add(name);
    for (const reference of sentence.references) collect(reference);
  };
  collect(key);
  return [...names].sort();
};

export const FILES: ReadonlyMap<Locale, ReadonlyMap<string, string>> = new Map(
  LOCALES.map((locale) => [locale, readSentenceFiles(locale)]),
);
