import type { InlineKeyboardButton, MessageEntity } from "grammy/types";
import { instantAt, localDate, localTime } from "../../../api/shared/local-date.ts";
import { splitText } from "../../messages/split-text.ts";
import type { OutgoingButton, OutgoingMessage } from "../channel.ts";

export const TEXT_LENGTH = 4096;
const CAPTION_LENGTH = 1024;
const BUTTON_BYTES = 64;
const COPIED_LENGTH = 256;
/** What is due on a day is due while the office works. */
const END_OF_WORK = localTime("17:00");

export type Keyboard = InlineKeyboardButton[][];

/** One call: sendPhoto where there is a picture, else sendMessage. Never a parse mode: the text is shown as typed. */
export type TelegramPart = {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly keyboard: Keyboard | null;
  readonly picture: Uint8Array | null;
};

const STYLES = { main: "primary", grave: "danger" } as const;

const buttonOf = ({ label, data, weight }: OutgoingButton): InlineKeyboardButton => {
  const bytes = Buffer.byteLength(data);
  if (bytes < 1 || bytes > BUTTON_BYTES) throw new RangeError(`button data of ${bytes} bytes`);
  return { text: label, callback_data: data, ...(weight === undefined ? {} : { style: STYLES[weight] }) };
};

/** What is to be copied stands under what is to be chosen, one a row; longer words are copied from the text. */
const keyboardOf = ({ buttons, copies }: Pick<OutgoingMessage, "buttons" | "copies">): Keyboard | null => {
  const rows: Keyboard = [
    ...buttons.map((row) => row.map(buttonOf)),
    ...copies
      .filter(({ text }) => text.length >= 1 && text.length <= COPIED_LENGTH)
      .map(({ label, text }) => [{ text: label, copy_text: { text } }]),
  ];
  return rows.length === 0 ? null : rows;
};

/** With an empty format the words stay as they are; a tap offers the day for a calendar, a reminder, a copy. */
const entitiesOf = ({ bold, dates, timeZone }: OutgoingMessage): readonly MessageEntity[] => {
  const places = bold.map(({ offset, length }): MessageEntity => ({ type: "bold", offset, length }));
  if (timeZone === undefined) return places;
  const days = dates.map(
    ({ offset, length, date }): MessageEntity => ({
      type: "date_time",
      offset,
      length,
      unix_time: instantAt(localDate(date), END_OF_WORK, timeZone).getTime() / 1000,
      date_time_format: "",
    }),
  );
  return [...places, ...days];
};

type Piece = Pick<TelegramPart, "text" | "entities">;

/** Telegram trims what it is sent: trimmed here, so that the places stay with their words. */
const pieceAt = (start: number, raw: string, places: readonly MessageEntity[]): Piece => {
  const from = start + raw.length - raw.trimStart().length;
  const text = raw.trim();
  const to = from + text.length;
  const entities = places.flatMap((place): MessageEntity[] => {
    const offset = Math.max(place.offset, from);
    const length = Math.min(place.offset + place.length, to) - offset;
    return length > 0 ? [{ ...place, offset: offset - from, length }] : [];
  });
  return { text, entities };
};

const piecesOf = (message: OutgoingMessage): readonly Piece[] => {
  const { text, joints, picture } = message;
  const places = entitiesOf(message);
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
    const piece = pieceAt(start, raw, places);
    start += raw.length;
    return piece;
  });
};

/** The calls that say this message, in order; buttons stand under the last one. Empty when there is nothing to see. */
export const renderMessage = (message: OutgoingMessage): readonly TelegramPart[] => {
  const keyboard = keyboardOf(message);
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

/** The same words without bold, dates, colours and copying: every Bot API server takes it. Null when it is plain already. */
export const renderPlain = (part: TelegramPart): TelegramPart | null => {
  const rows = (part.keyboard ?? []).flatMap((row) => {
    const plain = row.flatMap((button) =>
      "callback_data" in button ? [{ text: button.text, callback_data: button.callback_data }] : [],
    );
    return plain.length === 0 ? [] : [plain];
  });
  const adorned =
    part.entities.length > 0 ||
    (part.keyboard ?? []).flat().some((button) => "style" in button || "copy_text" in button);
  return adorned ? { ...part, entities: [], keyboard: rows.length === 0 ? null : rows } : null;
};
