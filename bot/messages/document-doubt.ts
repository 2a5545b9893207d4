import { parseDecisionKey } from "../../api/imports/decision.ts";
import { describeWarning } from "../../api/imports/describe-warning.ts";
import type { Doubt } from "../../api/imports/draft.ts";
import type { ShownImport } from "../../api/imports/show-import.ts";
import type { Choice, Message, MessageArgument, MessageLine } from "../../api/outbox/message.ts";
import { describeField, type Field, roundAt, taskAt } from "../../api/web/documents/describe-field.ts";
import { excerpt } from "./excerpt.ts";
import { buttonOnly, choice, detail, heading, line, main, message, withoutButtons } from "./lines.ts";

const WORDS_EXCERPT = 400;
const VALUE_EXCERPT = 400;
const WARNINGS_SHOWN = 3;
const NAMES_SHOWN = 8;

/** Which question of the walk this is. */
export type Place = { readonly asked: number; readonly of: number };

/** The same question again, whose words stand right above. */
export const doubtAgain = (
  shown: ShownImport,
  doubt: Doubt,
  place: Place,
  said: readonly MessageLine[],
): Message => {
  const field = describeField(shown, doubt.key, doubt.about);
  return message(
    [said, [titleLine(shown, doubt, place, field)], hintLines(doubt, field)],
    doubtChoices(shown, doubt, place, field),
  );
};

const titleLine = (shown: ShownImport, doubt: Doubt, { asked, of }: Place, field: Field): MessageLine =>
  heading("doubt-title", {
    at: asked,
    of,
    where: whereOf(shown, doubt),
    field: { term: field.label.key },
  });

/** One doubtful field: the document's words, what was read, why it is doubtful, and how to answer. */
export const doubtCard = (
  shown: ShownImport,
  doubt: Doubt,
  place: Place,
  said: readonly MessageLine[] = [],
): Message => {
  const field = describeField(shown, doubt.key, doubt.about);
  const isRemark = field.control.kind === "none";
  return message(
    [
      said,
      [titleLine(shown, doubt, place, field), ...taskLine(shown, doubt)],
      [...wordsLines(shown, doubt), ...(isRemark ? [] : valueLines(field)), ...whyLines(doubt)],
      hintLines(doubt, field),
    ],
    doubtChoices(shown, doubt, place, field),
  );
};

/** What a correction made of the field, so that a slip is seen. */
export const notedLines = (shown: ShownImport, key: string): readonly MessageLine[] => {
  const about = parseDecisionKey(key);
  if (about === null) return [];
  const field = describeField(shown, key, about);
  const number = about.on === "task" ? (taskAt(shown, about.index)?.number ?? null) : null;
  const isEmpty = field.values.length === 0 && field.meaning.length === 0;
  return [
    line("doubt-noted", {
      where: whereOf(shown, { about, number }),
      field: { term: field.label.key },
      value: isEmpty ? { term: "doubt-nothing" } : readValue(field),
    }),
    ...(field.values.length === 0 ? [] : field.meaning.map((said) => detail(said.key, said.args))),
  ];
};

const whereOf = (shown: ShownImport, { about, number }: Pick<Doubt, "about" | "number">): MessageArgument => {
  if (number !== null) return { term: "doubt-of-task", args: { number } };
  if (about.on !== "round") return { term: "doubt-of-document" };
  return { term: "doubt-of-round", args: { label: roundAt(shown, about.index)?.label ?? "" } };
};

const taskLine = (shown: ShownImport, { about }: Doubt): readonly MessageLine[] => {
  const task = about.on === "task" && about.field !== "title" ? taskAt(shown, about.index) : undefined;
  return task === undefined ? [] : [detail("doubt-task", { title: excerpt(task.title, 160) })];
};

const wordsLines = ({ lines }: ShownImport, doubt: Doubt): readonly MessageLine[] => {
  if (doubt.lines === null) return [];
  const [from, to] = doubt.lines;
  const words = excerpt(
    lines
      .slice(from - 1, to)
      .map(({ text }) => text)
      .join(" "),
    WORDS_EXCERPT,
  );
  return words === "" ? [] : [line("doubt-words", { line: String(from), text: words })];
};

const valueLines = (field: Field): readonly MessageLine[] => [
  field.values.length === 0 && field.meaning.length === 0
    ? line("doubt-read-nothing")
    : line("doubt-read", { value: readValue(field) }),
  ...(field.values.length === 0 ? [] : field.meaning.map((said) => detail(said.key, said.args))),
];

/** As it was read, several entries as they are typed: with a semicolon between. */
const readValue = ({ values, meaning }: Field): MessageArgument => {
  if (values.length > 0) return excerpt(values.join("; "), VALUE_EXCERPT);
  return {
    list: meaning.map(({ key, args }) => (args === undefined ? { term: key } : { term: key, args })),
  };
};

const whyLines = ({ warnings, confidence }: Doubt): readonly MessageLine[] =>
  warnings.length === 0
    ? [line("doubt-unsure", { percent: Math.round(confidence * 10) * 10 })]
    : warnings.slice(0, WARNINGS_SHOWN).map(describeWarning);

/** Digits are the answer itself where a number or a target is asked for: no numbered list stands in their way. */
const takesDigits = ({ about }: Doubt): boolean =>
  (about.on === "document" && about.field === "number") ||
  (about.on === "task" && (about.field === "number" || about.field === "targets"));

const hintLines = (doubt: Doubt, { control }: Field): readonly MessageLine[] => [
  ...(control.kind === "none"
    ? []
    : doubt.blocking
      ? [line("doubt-must"), line(`doubt-hint-${control.kind}`)]
      : [line(`doubt-hint-${control.kind}`)]),
  ...(takesDigits(doubt) ? [withoutButtons(line("doubt-words-to-answer"))] : []),
  line("doubt-how-to-stop"),
];

const doubtChoices = (
  { importId }: ShownImport,
  doubt: Doubt,
  { asked }: Place,
  { control }: Field,
): readonly (readonly Choice[])[] => {
  const shape = takesDigits(doubt) ? buttonOnly : (offered: Choice): Choice => offered;
  const right = choice(
    ["import-doubt", "right", importId, asked],
    control.kind === "none" ? "choice-doubt-seen" : "choice-doubt-right",
  );
  const later: Choice = {
    ...choice(["import-doubt", "later", importId, asked], "choice-doubt-later"),
    turns: "next",
  };
  return [[...(doubt.blocking ? [] : [main(shape(right))]), shape(later)]];
};

/** Names that neither the office nor the document has: a new unit, or a slip. */
export const askNewUnits = (importId: string, asked: number, names: readonly string[]): Message =>
  message(
    [
      [
        heading("doubt-new-units", {
          names: {
            list: [
              ...names
                .slice(0, NAMES_SHOWN)
                .map((name) => ({ term: "doubt-quoted", args: { text: excerpt(name, 80) } })),
              ...(names.length > NAMES_SHOWN ? ["…"] : []),
            ],
          },
        }),
      ],
    ],
    [
      [
        choice(["import-doubt", "new-unit", importId, asked], "choice-doubt-new-unit"),
        choice(["import-doubt", "retype", importId, asked], "choice-doubt-retype"),
      ],
    ],
  );
