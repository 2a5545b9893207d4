import { isoAt, localDateAt, localTimeAt } from "../../../api/shared/local-date.ts";
import { type Locale, translate } from "../../../locales/translate.ts";
import type { Incoming, OutgoingMessage } from "../channel.ts";
import type { PageItem } from "./page-item.ts";

/** Where and when a message stands in the thread. */
export type Place = { readonly at: Date; readonly locale: Locale; readonly timeZone: string };

const placed = (place: Place): Pick<PageItem, "at" | "day" | "time"> => ({
  // UTC in milliseconds, so that the order of text is the order of time.
  at: place.at.toISOString(),
  day: translate(place.locale, "web-day", { date: { date: localDateAt(place.at, place.timeZone) } }),
  time: localTimeAt(place.at, place.timeZone),
});

/** Cuts the text at the edges of its bold places. */
export const splitBold = (
  text: string,
  bold: OutgoingMessage["bold"],
): readonly { readonly text: string; readonly bold: boolean }[] => {
  const parts: { text: string; bold: boolean }[] = [];
  let done = 0;
  for (const { offset, length } of [...bold].sort((one, other) => one.offset - other.offset)) {
    const start = Math.max(done, offset);
    const end = Math.min(text.length, offset + length);
    if (end <= start) continue;
    if (start > done) parts.push({ text: text.slice(done, start), bold: false });
    parts.push({ text: text.slice(start, end), bold: true });
    done = end;
  }
  if (done < text.length) parts.push({ text: text.slice(done), bold: false });
  return parts;
};

/** The bot's message as the page shows it. */
export const renderMessage = (message: OutgoingMessage, place: Place): PageItem => ({
  id: message.outboxId,
  from: "bot",
  ...placed(place),
  parts: splitBold(message.text, message.bold),
  choices: message.buttons,
  pictureUrl:
    message.picture === undefined
      ? null
      : `data:${message.picture.kind};base64,${Buffer.from(message.picture.bytes).toString("base64")}`,
  fileName: null,
});

const wordsOf = (content: Incoming["content"], label: string | null): string | null => {
  if (content.kind === "text") return content.text;
  if (content.kind === "file") return content.caption;
  return content.kind === "button" ? label : null;
};

/**
 * The person's own message. A button is shown by the words that stood on it (`label`); null for what has no
 * words, and for a button whose message is no longer known.
 */
export const renderOwn = (
  id: string,
  content: Incoming["content"],
  label: string | null,
  place: Place,
): PageItem | null => {
  const words = wordsOf(content, label);
  if (words === null) return null;
  return {
    id,
    from: "me",
    ...placed(place),
    parts: words === "" ? [] : [{ text: words, bold: false }],
    choices: [],
    pictureUrl: null,
    fileName: content.kind === "file" ? content.file.name : null,
  };
};

/** "Thứ Hai 07/09/2026, 07:00": the demonstration's clock. */
export const renderClock = (place: Place): string =>
  translate(place.locale, "web-clock", {
    date: { date: localDateAt(place.at, place.timeZone) },
    time: isoAt(place.at, place.timeZone).slice(11, 16),
  });
