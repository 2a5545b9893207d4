import { type ChannelWishes, resolveChannels } from "../../api/members/resolve-channels.ts";

export type Address = { readonly channel: string; readonly account: string; readonly chatKey: string };
/** A chat to try; `linkId` is null for a stranger's. */
export type Target = Address & { readonly linkId: string | null };

export type Link = ChannelWishes & {
  readonly id: string;
  readonly channel: string;
  readonly account: string;
  readonly chatKey: string | null;
  readonly linkedAt: Date;
  readonly unreachableSince: Date | null;
};

export type Addressed = {
  readonly chatLinkId: string | null;
  readonly channel: string | null;
  readonly account: string | null;
  readonly chatKey: string | null;
  /** Where a message that is still to be sent may have arrived already. */
  readonly sentLinkId: string | null;
  readonly links: readonly Link[];
};

const targetOf = ({ id, channel, account, chatKey }: Link): Target[] =>
  chatKey === null ? [] : [{ linkId: id, channel, account, chatKey }];

/**
 * The chats to try, in order; none: nobody can be reached. A stranger's answer carries its address. An answer
 * belongs to the chat that asked, even if that was marked unreachable: its person has just written. What may have
 * been read in one chat is never said in another. All else goes to the preferred channel (without one: the chat that
 * was linked last), then to the fallback, then to the others, the latest first; chats that refused are left out.
 */
export const chooseLinks = (
  message: Addressed,
  works: (channel: string, account: string) => boolean,
): readonly Target[] => {
  const { chatLinkId, channel, account, chatKey, sentLinkId, links } = message;
  const usable = links.filter((link) => works(link.channel, link.account));
  if (chatLinkId !== null) return usable.filter(({ id }) => id === chatLinkId).flatMap(targetOf);
  if (channel !== null && account !== null && chatKey !== null)
    return works(channel, account) ? [{ linkId: null, channel, account, chatKey }] : [];
  const open = usable.filter(
    ({ id, unreachableSince }) => unreachableSince === null && (sentLinkId === null || id === sentLinkId),
  );
  const rank = rankOf(links);
  return open.sort((one, other) => rank(one) - rank(other) || latestFirst(one, other)).flatMap(targetOf);
};

const latestFirst = (one: Link, other: Link): number => other.linkedAt.getTime() - one.linkedAt.getTime();

/** By all the person's chats, closed ones too: the fallback is for when the first one fails. */
const rankOf = (links: readonly Link[]): ((link: Link) => number) => {
  const [latest] = [...links].sort(latestFirst);
  if (latest === undefined) return () => 0;
  const { preferredChannel, fallbackChannel } = resolveChannels(
    latest,
    links.map(({ channel }) => channel),
  );
  return ({ id, channel }) => {
    if (preferredChannel === null ? id === latest.id : channel === preferredChannel) return 0;
    return channel === fallbackChannel ? 1 : 2;
  };
};

/** Chats of a bot that is refused as a whole come last: the person's other chats need not wait for the operator. */
export const orderByHealth = (
  targets: readonly Target[],
  isDown: (target: Target) => boolean,
): readonly Target[] => [
  ...targets.filter((target) => !isDown(target)),
  ...targets.filter((target) => isDown(target)),
];
