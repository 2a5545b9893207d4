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

type Places = Pick<OutgoingMessage, "bold" | "dates">;

/** Cuts the text at the edges of what is bold and of due dates. */
export const splitPlaces = (text: string, { bold, dates }: Places): PageItem["parts"] => {
  const within = (at: number, place: { readonly offset: number; readonly length: number }): boolean =>
    place.offset <= at && at < place.offset + place.length;
  const edges = [...bold, ...dates]
    .flatMap(({ offset, length }) => [offset, offset + length])
    .filter((at) => at > 0 && at < text.length);
  const cuts = [0, ...new Set(edges.toSorted((one, other) => one - other))];
  if (text === "") return [];
  return cuts.map((at, step) => {
    const date = dates.find((place) => within(at, place))?.date;
    return {
      text: text.slice(at, cuts[step + 1]),
      bold: bold.some((place) => within(at, place)),
      ...(date === undefined ? {} : { date }),
    };
  });
};

/** The bot's message as the page shows it. */
export const renderMessage = (message: OutgoingMessage, place: Place): PageItem => ({
  id: message.outboxId,
  from: "bot",
  ...placed(place),
  parts: splitPlaces(message.text, message),
  choices: message.buttons,
  copies: message.copies,
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
    copies: [],
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
