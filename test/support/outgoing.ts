import type { OutgoingMessage } from "../../bot/channels/channel.ts";

/** A message as delivery hands it to a channel; what is not named is not there. */
export const outgoing = (given: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  outboxId: "0190a000-0000-7000-8000-000000000001",
  text: "",
  bold: [],
  dates: [],
  joints: [],
  buttons: [],
  copies: [],
  ...given,
});
