import { splitText } from "../../messages/split-text.ts";
import type { OutgoingMessage } from "../channel.ts";

/** Of a text, and of a picture's caption. Nowhere is it said how Zalo counts: no count is stricter than UTF-16. */
export const TEXT_LENGTH = 2_000;

/** One call: sendPhoto where there is a picture, else sendMessage. Never a parse mode: the text is shown as typed. */
export type ZaloPart = {
  readonly text: string;
  readonly picture: NonNullable<OutgoingMessage["picture"]> | null;
};

/** The calls that say this message, in order; empty when there is nothing to see. */
export const renderMessage = (message: OutgoingMessage): readonly ZaloPart[] => {
  const texts = splitText(message.text, TEXT_LENGTH, message.joints)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const picture = message.picture ?? null;
  if (texts.length === 0) return picture === null ? [] : [{ text: "", picture }];
  return texts.map((text, index) => ({ text, picture: index === 0 ? picture : null }));
};
