import type { ChannelName } from "../../api/members/member.ts";
import type {
  Choice,
  Message,
  MessageArgument,
  MessageArguments,
  MessageLine,
} from "../../api/outbox/message.ts";
import type { LocalDate } from "../../api/shared/local-date.ts";
import type { Refusal } from "../../api/shared/result.ts";
import { type Button, packButton } from "../dialogues/button.ts";

export const line = (key: string, args?: MessageArguments): MessageLine =>
  args === undefined ? { key } : { key, args };

export const heading = (key: string, args?: MessageArguments): MessageLine => ({
  ...line(key, args),
  style: "heading",
});

/** Belongs to the line above and is never parted from it. */
export const detail = (key: string, args?: MessageArguments): MessageLine => ({
  ...line(key, args),
  style: "detail",
});

export const choice = (button: Button, key: string, args?: MessageArguments): Choice => ({
  label: line(key, args),
  data: packButton(button),
});

/** What most people choose. */
export const main = (offered: Choice): Choice => ({ ...offered, weight: "main" });

/** What cannot be taken back easily. */
export const grave = (offered: Choice): Choice => ({ ...offered, weight: "grave" });

/** A button whose work the words of the message do already: no numbered line repeats it. */
export const buttonOnly = (offered: Choice): Choice => ({ ...offered, shown: "with-buttons" });

/** Words for what a button does, where there is none. */
export const withoutButtons = (said: MessageLine): MessageLine => ({ ...said, shown: "without-buttons" });

/** Words that only a row of buttons needs. */
export const withButtons = (said: MessageLine): MessageLine => ({ ...said, shown: "with-buttons" });

/** Has a number where there are no buttons: what "1" may mean. */
export const isNumbered = ({ shown }: Choice): boolean => shown === undefined || shown === "without-buttons";

/** What was done, or what went wrong with the last answer, stands above what is said next. */
export const above = (said: MessageLine | undefined): readonly MessageLine[] =>
  said === undefined ? [] : [said];

/** How a channel is called in a sentence. */
export const channelTerm = (channel: ChannelName): MessageArgument => ({
  term: "channel-name",
  args: { channel },
});

/** One paragraph a list; empty ones are left out. */
export const message = (
  paragraphs: readonly (readonly MessageLine[])[],
  choices: readonly (readonly Choice[])[] = [],
): Message => {
  const rows = choices.filter((row) => row.length > 0);
  return {
    paragraphs: paragraphs.filter((paragraph) => paragraph.length > 0),
    ...(rows.length > 0 ? { choices: rows } : {}),
  };
};

export const oneLine = (key: string, args?: MessageArguments): Message => message([[line(key, args)]]);

/** A refusal in the reader's words: the sentence `refusal-CODE`. */
export const refusalLine = (refusal: Refusal): MessageLine =>
  line(`refusal-${refusal.code.replaceAll("_", "-")}`, refusal.args);

export const refusalMessage = (refusal: Refusal): Message => message([[refusalLine(refusal)]]);

/** A day by which something is due: a channel may let it be put into a calendar. */
export const dueDate = (date: LocalDate): MessageArgument => ({ date, due: true });

/** Facts one after another on a line, set apart by a middle dot. */
export const joined = (facts: readonly MessageArgument[]): MessageArgument =>
  facts.length === 0
    ? ""
    : facts.reduceRight((rest, first) => ({ term: "joined-facts", args: { first, rest } }));
