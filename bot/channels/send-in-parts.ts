import type { SendOutcome } from "./channel.ts";

/** Messages whose first parts arrived and whose next one did not; more are not remembered. */
const MOST_UNFINISHED = 1_000;

type Arrived = { readonly parts: number; readonly keys: readonly string[] };
const NOTHING: Arrived = { parts: 0, keys: [] };

/**
 * Sends the parts of a message one after another. When one fails after others arrived, the next attempt at the
 * same `place` goes on from there, so that nobody reads the beginning twice; after a restart the whole message
 * counts as one.
 */
export const createPartSender = <Part>(sendPart: (chatKey: string, part: Part) => Promise<SendOutcome>) => {
  const unfinished = new Map<string, Arrived>();

  const remember = (place: string, arrived: Arrived): void => {
    unfinished.delete(place);
    if (arrived.parts === 0) return;
    unfinished.set(place, arrived);
    const [oldest] = unfinished.keys();
    if (unfinished.size > MOST_UNFINISHED && oldest !== undefined) unfinished.delete(oldest);
  };

  return async (chatKey: string, outboxId: string, parts: readonly Part[]): Promise<SendOutcome> => {
    const place = `${chatKey} ${outboxId}`;
    let arrived = unfinished.get(place) ?? NOTHING;
    for (const part of parts.slice(arrived.parts)) {
      const outcome = await sendPart(chatKey, part);
      if (outcome.kind !== "delivered") {
        const comesAgain = outcome.kind === "retry_after" || outcome.kind === "ambiguous";
        remember(place, comesAgain ? arrived : NOTHING);
        return outcome;
      }
      arrived = { parts: arrived.parts + 1, keys: [...arrived.keys, ...outcome.messageKeys] };
    }
    remember(place, NOTHING);
    return { kind: "delivered", messageKeys: arrived.keys };
  };
};
