import type { SendOutcome } from "../channels/channel.ts";
import type { Purpose } from "./plan-sends.ts";

export type Tried = {
  readonly purpose: Purpose;
  /** Before this one. */
  readonly attempts: number;
  /** What the last attempt ended with. */
  readonly failure: string | null;
  /** The chat speaks for a member; a bare address that nobody reads now will not be opened again. */
  readonly linked: boolean;
  /** Another chat of the same person can be tried. */
  readonly otherLink: boolean;
  /** What a chat tried before this one answered, if it may take the message later: busy, a closed page, a refused bot. */
  readonly held: SendOutcome | null;
};

export type Settlement =
  | { readonly kind: "sent"; readonly keys: readonly string[] }
  | {
      readonly kind: "again";
      readonly notBefore: Date;
      readonly attempts: number;
      readonly failure: string;
      /** The chat, or the whole bot, rests until then. */
      readonly rest: "none" | "chat" | "bot";
    }
  | { readonly kind: "failed"; readonly attempts: number; readonly failure: string }
  | { readonly kind: "next_link" };

const FIRST_MS = 5_000;
const LONGEST_MS = 5 * 60_000;
/**
 * With the pauses of `backOffMs` an answer is given up after about an hour, since nobody waits for it any longer,
 * and what comes unasked after about a day. Counted in attempts: a server that was switched off over the weekend
 * has tried nothing meanwhile.
 */
const MOST_ATTEMPTS: Readonly<Record<Purpose, number>> = { reply: 18, notice: 293, nudge: 293 };
/** About an hour too: what is meant for this morning then has a try in another chat of the person, and now and again. */
const ATTEMPTS_BEFORE_NEXT = 18;
/** A chat page that is closed is asked again after this long; opening it wakes the message at once. */
const WAITING_MS = 5 * 60_000;
/** A refused bot is tried again this often, in case the operator set it right at the messenger. */
export const BOT_REST_MS = 15 * 60_000;

/** 5 s, 10 s, 20 s … 5 min. */
export const backOffMs = (attempts: number): number =>
  Math.min(FIRST_MS * 2 ** Math.min(attempts - 1, 20), LONGEST_MS);

const MAYBE_ARRIVED = new Set(["ambiguous", "unknown_after_restart"]);

/** The next state of a message after one attempt. */
export const decideSettlement = (tried: Tried, outcome: SendOutcome, now: Date): Settlement => {
  const attempts = tried.attempts + 1;
  const after = (ms: number): Date => new Date(now.getTime() + ms);
  // A repeat that did not arrive stays a repeat: what was unknown before is still unknown.
  const kept = tried.failure !== null && MAYBE_ARRIVED.has(tried.failure) ? tried.failure : null;
  const { held } = tried;
  /** The chat tried first may still take it; if it had to rest, it rests since it answered. */
  const waitFor = (earlier: SendOutcome): Settlement => {
    const later = decideSettlement({ ...tried, held: null }, earlier, now);
    return later.kind === "again" ? { ...later, rest: "none" } : later;
  };
  switch (outcome.kind) {
    case "delivered":
      return { kind: "sent", keys: outcome.messageKeys };
    case "waiting":
      if (!tried.linked) return { kind: "failed", attempts, failure: "nobody_there" };
      if (!tried.otherLink && held?.kind === "retry_after") return waitFor(held);
      return tried.otherLink
        ? { kind: "next_link" }
        : {
            kind: "again",
            notBefore: after(WAITING_MS),
            attempts: tried.attempts,
            failure: kept ?? "waiting",
            rest: "none",
          };
    case "retry_after":
      if (tried.otherLink && kept === null && attempts % ATTEMPTS_BEFORE_NEXT === 0)
        return { kind: "next_link" };
      return attempts >= MOST_ATTEMPTS[tried.purpose]
        ? { kind: "failed", attempts, failure: "gave_up" }
        : {
            kind: "again",
            notBefore: after(Math.max(outcome.seconds * 1000, backOffMs(attempts))),
            attempts,
            failure: kept ?? "retry_after",
            rest: outcome.scope ?? "chat",
          };
    case "blocked":
    case "rejected":
      if (tried.otherLink) return { kind: "next_link" };
      if (held !== null) return waitFor(held);
      return {
        kind: "failed",
        attempts,
        failure: outcome.kind === "blocked" && tried.purpose !== "reply" ? "nobody_reachable" : outcome.code,
      };
    case "ambiguous":
      // Never another chat: the words may already have been read in this one.
      return kept === null
        ? {
            kind: "again",
            notBefore: after(backOffMs(attempts)),
            attempts,
            failure: "ambiguous",
            rest: "none",
          }
        : { kind: "failed", attempts, failure: "ambiguous" };
    case "channel_down":
      if (!tried.otherLink && held?.kind === "retry_after") return waitFor(held);
      return tried.otherLink
        ? { kind: "next_link" }
        : {
            kind: "again",
            notBefore: after(BOT_REST_MS),
            attempts: tried.attempts,
            failure: kept ?? outcome.code,
            rest: "bot",
          };
  }
};
