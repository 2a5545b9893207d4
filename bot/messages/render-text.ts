import type { Choice, Message, MessageArguments, MessageLine } from "../../api/outbox/message.ts";
import type { Capabilities, OutgoingMessage } from "../channels/channel.ts";
import { drawQr } from "./draw-qr.ts";
import { isNumbered } from "./lines.ts";

type Sentence = { readonly text: string; readonly dates: OutgoingMessage["dates"] };

/** A sentence in the reader's language, from whoever knows them with the places of its due dates (`locales/translate.ts`). */
export type Say = (key: string, args?: MessageArguments) => string | Sentence;

export type RenderedText = Omit<OutgoingMessage, "outboxId" | "timeZone">;

type Line = Sentence & { readonly style: MessageLine["style"] };

const sentence = (said: string | Sentence): Sentence =>
  typeof said === "string" ? { text: said, dates: [] } : said;

const lineOf = (line: MessageLine, say: Say): Line => ({
  ...sentence(say(line.key, line.args)),
  style: line.style,
});

const wordsOf = ({ key, args }: MessageLine, say: Say): string => sentence(say(key, args)).text;

/** The numbered list, without what a line of the text bears already. */
const numbered = (message: Message, choices: readonly Choice[], say: Say): readonly Line[] => {
  if (choices.length === 0) return [];
  const borne = new Set(message.paragraphs.flat().map(({ picks }) => picks));
  const lines = choices.flatMap(({ label, data }, index) =>
    borne.has(data) ? [] : [`${index + 1}. ${wordsOf(label, say)}`],
  );
  return [...lines, say("choices-hint")].map((said) => ({ ...sentence(said), style: undefined }));
};

/** A line that names a choice has the number of that choice. */
const bearing = (line: Line, choices: readonly Choice[], picks: string | undefined): Line => {
  const index = choices.findIndex(({ data }) => data === picks);
  if (index < 0) return line;
  const number = `${index + 1}. `;
  return {
    ...line,
    text: number + line.text,
    dates: line.dates.map((date) => ({ ...date, offset: date.offset + number.length })),
  };
};

/**
 * The words of a message: paragraphs apart by a blank line, headings as places in the text, choices as
 * buttons where the channel has any, else as a numbered list that is answered with a number.
 */
export const renderText = (
  message: Message,
  say: Say,
  capabilities: Pick<Capabilities, "buttons">,
): RenderedText => {
  const unsaid = capabilities.buttons ? "without-buttons" : "with-buttons";
  const choices = capabilities.buttons ? [] : (message.choices ?? []).flat().filter(isNumbered);
  const paragraphs = message.paragraphs.map((lines) =>
    lines
      .filter(({ shown }) => shown !== unsaid)
      .map((line) => bearing(lineOf(line, say), choices, line.picks)),
  );
  paragraphs.push([...numbered(message, choices, say)]);

  let text = "";
  const bold: { offset: number; length: number }[] = [];
  const dates: { offset: number; length: number; date: string }[] = [];
  const joints: number[] = [];
  for (const lines of paragraphs.filter(({ length }) => length > 0)) {
    if (text !== "") text += "\n\n";
    for (const [index, line] of lines.entries()) {
      if (index > 0 && line.style === "detail") joints.push(text.length);
      if (index > 0) text += "\n";
      if (line.style === "heading" && line.text !== "")
        bold.push({ offset: text.length, length: line.text.length });
      dates.push(...line.dates.map((place) => ({ ...place, offset: text.length + place.offset })));
      text += line.text;
    }
  }
  const buttons = capabilities.buttons
    ? (message.choices ?? [])
        .map((row) => row.filter(({ shown }) => shown === undefined || shown === "with-buttons"))
        .filter((row) => row.length > 0)
        .map((row) =>
          row.map(({ label, data, weight }) => ({
            label: wordsOf(label, say),
            data,
            ...(weight === undefined ? {} : { weight }),
          })),
        )
    : [];
  return {
    text,
    bold,
    dates,
    joints,
    buttons,
    copies: (message.copies ?? []).map(({ label, text: copied }) => ({
      label: wordsOf(label, say),
      text: copied,
    })),
    ...(message.qr === undefined
      ? {}
      : { picture: { kind: "image/png" as const, bytes: drawQr(message.qr) } }),
  };
};
