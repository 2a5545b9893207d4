import { splitText } from "../../messages/split-text.ts";
import type { OutgoingMessage } from "../channel.ts";

export const TEXT_LENGTH = 4096;
const CAPTION_LENGTH = 1024;
const BUTTON_BYTES = 64;

export type BoldPlace = { readonly type: "bold"; readonly offset: number; readonly length: number };
export type Keyboard = { text: string; callback_data: string }[][];

/** One call: sendPhoto where there is a picture, else sendMessage. Never a parse mode: the text is shown as typed. */
export type TelegramPart = {
  readonly text: string;
  readonly entities: readonly BoldPlace[];
  readonly keyboard: Keyboard | null;
  readonly picture: Uint8Array | null;
};

const keyboardOf = (buttons: OutgoingMessage["buttons"]): Keyboard | null => {
  if (buttons.length === 0) return null;
  return buttons.map((row) =>
    row.map(({ label, data }) => {
      const bytes = Buffer.byteLength(data);
      if (bytes < 1 || bytes > BUTTON_BYTES) throw new RangeError(`button data of ${bytes} bytes`);
      return { text: label, callback_data: data };
    }),
  );
};

type Piece = Pick<TelegramPart, "text" | "entities">;

/** Telegram trims what it is sent: trimmed here, so that the places in bold stay where they belong. */
const pieceAt = (start: number, raw: string, bold: OutgoingMessage["bold"]): Piece => {
  const from = start + raw.length - raw.trimStart().length;
  const text = raw.trim();
  const to = from + text.length;
  const entities = bold.flatMap((place): BoldPlace[] => {
    const offset = Math.max(place.offset, from);
    const length = Math.min(place.offset + place.length, to) - offset;
    return length > 0 ? [{ type: "bold", offset: offset - from, length }] : [];
  });
  return { text, entities };
};

const piecesOf = (message: OutgoingMessage): readonly Piece[] => {
  const { text, bold, joints, picture } = message;
  const [caption = "", ...others] = splitText(
    text,
    picture === undefined ? TEXT_LENGTH : CAPTION_LENGTH,
    joints,
  );
  const parts =
    picture === undefined || others.length === 0
      ? [caption, ...others]
      : [
          caption,
          ...splitText(
            text.slice(caption.length),
            TEXT_LENGTH,
            joints.map((at) => at - caption.length),
          ),
        ];
  let start = 0;
  return parts.map((raw) => {
    const piece = pieceAt(start, raw, bold);
    start += raw.length;
    return piece;
  });
};

/** The calls that say this message, in order; buttons stand under the last one. Empty when there is nothing to see. */
export const renderMessage = (message: OutgoingMessage): readonly TelegramPart[] => {
  const keyboard = keyboardOf(message.buttons);
  const picture = message.picture?.bytes ?? null;
  const visible = piecesOf(message).filter(
    ({ text }, index) => text !== "" || (index === 0 && picture !== null),
  );
  return visible.map((piece, index) => ({
    ...piece,
    keyboard: index === visible.length - 1 ? keyboard : null,
    picture: index === 0 ? picture : null,
  }));
};
