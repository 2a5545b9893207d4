import { inviteDevice } from "../../api/members/invite-device.ts";
import { linkChat } from "../../api/members/link-chat.ts";
import { ACCOUNT, granted, MONDAY, type Office, type Person } from "./office.ts";

export type SecondChat = {
  readonly channel: string;
  readonly chatKey: string;
  readonly chatLinkId: string;
};

/** One more chat of somebody who is linked already, by a code of their own: `await linkSecond(office, head, "zalo")`. */
export const linkSecond = async (
  office: Office,
  person: Person,
  channel: string,
  now: Date = MONDAY,
): Promise<SecondChat> => {
  const chatKey = `${channel} ${person.chatKey}`;
  const { code } = await office.at(now).as(person).do(inviteDevice, {});
  const chat = { channel, account: ACCOUNT, chatKey };
  const linked = granted(
    await office.database.inBoth((both) => linkChat(both, now, { ...chat, code, languageCode: null })),
  );
  return { channel, chatKey, chatLinkId: linked.chatLinkId };
};
