import type { Message, MessageArguments, MessageLine } from "../../api/outbox/message.ts";
import type { Capabilities, OutgoingMessage } from "../channels/channel.ts";
import { drawQr } from "./draw-qr.ts";

/** A sentence in the reader's language (`locales/translate.ts`). */
export type Say = (key: string, args?: MessageArguments) => string;

export type RenderedText = Pick<OutgoingMessage, "text" | "bold" | "buttons" | "picture">;

type Line = { readonly text: string; readonly bold: boolean };

const lineOf = (line: MessageLine, say: Say): Line => ({
  text: say(line.key, line.args),
  bold: line.style === "heading",
});

const numbered = (message: Message, say: Say): readonly Line[] => {
  const labels = (message.choices ?? []).flat().map(({ label }) => say(label.key, label.args));
  if (labels.length === 0) return [];
  const lines = labels.map((label, index) => ({ text: `${index + 1}. ${label}`, bold: false }));
  return [...lines, { text: say("choices-hint"), bold: false }];
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
  const paragraphs = message.paragraphs.map((lines) => lines.map((line) => lineOf(line, say)));
  if (!capabilities.buttons) paragraphs.push([...numbered(message, say)]);

  let text = "";
  const bold: { offset: number; length: number }[] = [];
  for (const lines of paragraphs.filter(({ length }) => length > 0)) {
    if (text !== "") text += "\n\n";
    for (const [index, line] of lines.entries()) {
      if (index > 0) text += "\n";
      if (line.bold && line.text !== "") bold.push({ offset: text.length, length: line.text.length });
      text += line.text;
    }
  }
  const buttons = capabilities.buttons
    ? (message.choices ?? [])
        .filter((row) => row.length > 0)
        .map((row) => row.map(({ label, data }) => ({ label: say(label.key, label.args), data })))
    : [];
  return message.qr === undefined
    ? { text, bold, buttons }
    : { text, bold, buttons, picture: { kind: "image/png", bytes: drawQr(message.qr) } };
};
