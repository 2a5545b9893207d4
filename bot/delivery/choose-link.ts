export type Address = { readonly channel: string; readonly account: string; readonly chatKey: string };
/** A chat to try; `linkId` is null for a stranger's. */
export type Target = Address & { readonly linkId: string | null };

export type Link = {
  readonly id: string;
  readonly channel: string;
  readonly account: string;
  readonly chatKey: string | null;
  readonly linkedAt: Date;
  readonly unreachableSince: Date | null;
  readonly preferredChannel: string | null;
};

export type Addressed = {
  readonly chatLinkId: string | null;
  readonly channel: string | null;
  readonly account: string | null;
  readonly chatKey: string | null;
  readonly links: readonly Link[];
};

const targetOf = ({ id, channel, account, chatKey }: Link): Target[] =>
  chatKey === null ? [] : [{ linkId: id, channel, account, chatKey }];

/**
 * The chats to try, in order; none: nobody can be reached. A stranger's answer carries its address. An answer
 * belongs to the chat that asked, even if that was marked unreachable: its person has just written. All else
 * goes to the preferred channel, then to the chat that was linked last; chats that refused are left out.
 */
export const chooseLinks = (
  message: Addressed,
  works: (channel: string, account: string) => boolean,
): readonly Target[] => {
  const { chatLinkId, channel, account, chatKey, links } = message;
  const usable = links.filter((link) => works(link.channel, link.account));
  if (chatLinkId !== null) return usable.filter(({ id }) => id === chatLinkId).flatMap(targetOf);
  if (channel !== null && account !== null && chatKey !== null)
    return works(channel, account) ? [{ linkId: null, channel, account, chatKey }] : [];
  const preferred = (link: Link): number => (link.channel === link.preferredChannel ? 0 : 1);
  return usable
    .filter(({ unreachableSince }) => unreachableSince === null)
    .sort(
      (one, other) => preferred(one) - preferred(other) || other.linkedAt.getTime() - one.linkedAt.getTime(),
    )
    .flatMap(targetOf);
};

/** Chats of a bot that is refused as a whole come last: the person's other chats need not wait for the operator. */
export const orderByHealth = (
  targets: readonly Target[],
  isDown: (target: Target) => boolean,
): readonly Target[] => [
  ...targets.filter((target) => !isDown(target)),
  ...targets.filter((target) => isDown(target)),
];
