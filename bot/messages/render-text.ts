import type { Message, MessageArguments, MessageLine } from "../../api/outbox/message.ts";
import type { Capabilities, OutgoingMessage } from "../channels/channel.ts";
import { drawQr } from "./draw-qr.ts";

/** A sentence in the reader's language (`locales/translate.ts`). */
export type Say = (key: string, args?: MessageArguments) => string;

export type RenderedText = Omit<OutgoingMessage, "outboxId">;

type Line = { readonly text: string; readonly style: MessageLine["style"] };

const lineOf = (line: MessageLine, say: Say): Line => ({
  text: say(line.key, line.args),
  style: line.style,
});

const numbered = (message: Message, say: Say): readonly Line[] => {
  const labels = (message.choices ?? []).flat().map(({ label }) => say(label.key, label.args));
  if (labels.length === 0) return [];
  const lines = labels.map((label, index) => ({ text: `${index + 1}. ${label}`, style: undefined }));
  return [...lines, { text: say("choices-hint"), style: undefined }];
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
  const joints: number[] = [];
  for (const lines of paragraphs.filter(({ length }) => length > 0)) {
    if (text !== "") text += "\n\n";
    for (const [index, line] of lines.entries()) {
      if (index > 0 && line.style === "detail") joints.push(text.length);
      if (index > 0) text += "\n";
      if (line.style === "heading" && line.text !== "")
        bold.push({ offset: text.length, length: line.text.length });
      text += line.text;
    }
  }
  const buttons = capabilities.buttons
    ? (message.choices ?? [])
        .filter((row) => row.length > 0)
        .map((row) =>
          row.map(({ label, data, weight }) => ({
            label: say(label.key, label.args),
            data,
            ...(weight === undefined ? {} : { weight }),
          })),
        )
    : [];
  return {
    text,
    bold,
    dates: [],
    joints,
    buttons,
    copies: (message.copies ?? []).map(({ label, text: copied }) => ({
      label: say(label.key, label.args),
      text: copied,
    })),
    ...(message.qr === undefined
      ? {}
      : { picture: { kind: "image/png" as const, bytes: drawQr(message.qr) } }),
  };
};
