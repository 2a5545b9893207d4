import type { Address } from "./choose-link.ts";

export type Purpose = "reply" | "notice" | "nudge";

/** A message with the chat it would go to first. */
export type Candidate = {
  readonly id: string;
  readonly sequence: number;
  readonly purpose: Purpose;
  readonly to: Address;
};

/**
 * How much was sent lately and who has to rest, per chat and per bot. `free` is the moment from which the place
 * would have sent its share; being ahead of it by a few messages is the burst. Milliseconds of the world's clock.
 */
export type Pace = {
  readonly free: ReadonlyMap<string, number>;
  readonly rest: ReadonlyMap<string, number>;
};
export const NEW_PACE: Pace = { free: new Map(), rest: new Map() };

/** Shorter rests are waited for, longer ones are written into the outbox. */
const LONG_REST_MS = 5_000;

export const botKey = ({ channel, account }: Omit<Address, "chatKey">): string => `${channel}:${account}`;
export const chatKey = (to: Address): string => `${botKey(to)}:${to.chatKey}`;

export type Share = { readonly everyMs: number; readonly burst: number };
/** How much a bot may send over all, and to one chat. */
export type ShareOf = (to: Address) => { readonly bot: Share; readonly chat: Share };
const readyAt = (pace: Pace, key: string, share: Share): number =>
  Math.max(pace.rest.get(key) ?? 0, (pace.free.get(key) ?? 0) - (share.burst - 1) * share.everyMs);
const spent = (pace: Pace, key: string, share: Share, now: number): number =>
  Math.max(pace.free.get(key) ?? 0, now) + share.everyMs;

/** Counts one message to a chat. */
export const addSend = (pace: Pace, to: Address, shareOf: ShareOf, now: number): Pace => ({
  ...pace,
  free: new Map([
    // What lies in the past says nothing any more.
    ...[...pace.free].filter(([, free]) => free > now),
    [botKey(to), spent(pace, botKey(to), shareOf(to).bot, now)],
    [chatKey(to), spent(pace, chatKey(to), shareOf(to).chat, now)],
  ]),
});

/**
 * "Retry after": the chat rests. A messenger does not say whether it means the chat or the whole bot; when a
 * second chat is told so while the first still rests, it means the bot.
 */
export const addRest = (pace: Pace, to: Address, until: number, now: number): Pace => {
  const resting = [...pace.rest].filter(([, end]) => end > now);
  const others = resting.some(([key]) => key.startsWith(`${botKey(to)}:`) && key !== chatKey(to));
  const rest = new Map(resting);
  for (const key of others ? [chatKey(to), botKey(to)] : [chatKey(to)])
    rest.set(key, Math.max(rest.get(key) ?? 0, until));
  return { ...pace, rest };
};

/** The bot itself is refused: all its chats rest. */
export const addRestOfBot = (pace: Pace, to: Address, until: number): Pace => ({
  ...pace,
  rest: new Map([...pace.rest, [botKey(to), until]]),
});

export type SendPlan<C extends Candidate> = {
  readonly send: readonly C[];
  /** Their chat or bot rests for long: back into the outbox until then. */
  readonly postpone: readonly { readonly candidate: C; readonly untilMs: number }[];
  readonly pace: Pace;
  /** When the next one may go; null when all wait for something else. */
  readonly lookAgainAt: number | null;
};

const PRECEDENCE: Readonly<Record<Purpose, number>> = { reply: 0, notice: 1, nudge: 2 };

/**
 * Which messages leave now: one at a time to a chat, in the order of saying; chats with an answer to somebody
 * who waits come first. Unasked messages leave one after another for each bot, so that whoever is killed has at
 * most one of them in flight.
 */
export const planSends = <C extends Candidate>(
  waiting: readonly C[],
  inFlight: readonly Candidate[],
  before: Pace,
  shareOf: ShareOf,
  now: number,
): SendPlan<C> => {
  const lanes = new Map<string, C[]>();
  for (const candidate of [...waiting].sort((one, other) => one.sequence - other.sequence)) {
    const key = chatKey(candidate.to);
    const lane = lanes.get(key) ?? [];
    lane.push(candidate);
    lanes.set(key, lane);
  }
  const precedence = (lane: readonly C[]): number =>
    Math.min(...lane.map(({ purpose }) => PRECEDENCE[purpose]));
  const ordered = [...lanes.values()].sort(
    (one, other) =>
      precedence(one) - precedence(other) || (one[0]?.sequence ?? 0) - (other[0]?.sequence ?? 0),
  );

  const busy = new Set(inFlight.map(({ to }) => chatKey(to)));
  const unasked = new Set(inFlight.filter(({ purpose }) => purpose !== "reply").map(({ to }) => botKey(to)));
  let pace = before;
  let lookAgainAt: number | null = null;
  const send: C[] = [];
  const postpone: { candidate: C; untilMs: number }[] = [];
  for (const lane of ordered) {
    const [head] = lane;
    if (head === undefined || busy.has(chatKey(head.to))) continue;
    const bot = botKey(head.to);
    const rest = Math.max(pace.rest.get(bot) ?? 0, pace.rest.get(chatKey(head.to)) ?? 0);
    if (rest > now + LONG_REST_MS) {
      postpone.push(...lane.map((candidate) => ({ candidate, untilMs: rest })));
      continue;
    }
    if (head.purpose !== "reply" && unasked.has(bot)) continue;
    const share = shareOf(head.to);
    const ready = Math.max(readyAt(pace, bot, share.bot), readyAt(pace, chatKey(head.to), share.chat));
    if (ready > now) {
      lookAgainAt = Math.min(lookAgainAt ?? ready, ready);
      continue;
    }
    send.push(head);
    pace = addSend(pace, head.to, shareOf, now);
    if (head.purpose !== "reply") unasked.add(bot);
  }
  return { send, postpone, pace, lookAgainAt };
};
