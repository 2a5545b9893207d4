import { z } from "zod";
import type { SendOutcome } from "../channel.ts";
import { outcomeOfSilence, PAUSE_SECONDS, restSeconds, type Silence } from "../judge-silence.ts";

/** Zalo's own "no", or that of what stands in front of it. */
export type ZaloRefusal = {
  readonly kind: "refused";
  /** Zalo's `error_code`, else the HTTP status; 0 when nobody says why. */
  readonly status: number;
  readonly description: string;
  /** Seconds. */
  readonly retryAfter: number | null;
};
export type ZaloFailure = ZaloRefusal | Silence;
export type ZaloAnswer =
  | {
      readonly kind: "done";
      readonly result: unknown;
      /** It said `ok`; without that, what came is the bare result, or something else altogether. */
      readonly enveloped: boolean;
    }
  | ZaloFailure;

const envelopeSchema = z.object({
  ok: z.boolean().optional().catch(undefined),
  // A refusal has none; without this word a missing one would make the whole envelope unreadable.
  result: z.unknown().optional(),
  error_code: z
    .union([
      z.number().int(),
      z
        .string()
        .regex(/^\d{3}$/)
        .transform(Number),
    ])
    .optional()
    .catch(undefined),
  description: z.string().catch(""),
});

/** "120", or "Mon, 07 Sep 2026 00:02:00 GMT". */
const secondsOf = (retryAfter: string | null, now: Date): number | null => {
  if (retryAfter === null) return null;
  if (/^\s*\d+\s*$/.test(retryAfter)) return Number(retryAfter);
  const instant = Date.parse(retryAfter);
  return Number.isNaN(instant) ? null : Math.max(Math.ceil((instant - now.getTime()) / 1000), 0);
};

const parseJson = (text: string): { readonly value: unknown } | null => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
};

/** The body decides: a refusal may come with HTTP 200. Only where there is no readable body the status does. */
export const judgeResponse = (
  response: { readonly status: number; readonly retryAfter: string | null; readonly text: string },
  now: Date,
): ZaloAnswer => {
  const { status } = response;
  const good = status >= 200 && status < 300;
  const refusal = (code: number, description: string): ZaloRefusal => ({
    kind: "refused",
    status: code,
    description,
    retryAfter: secondsOf(response.retryAfter, now),
  });
  const body = parseJson(response.text);
  if (body === null)
    return good ? { kind: "unanswered", code: "no_json", arrived: "perhaps" } : refusal(status, "");
  const { data: envelope } = envelopeSchema.safeParse(body.value);
  if (envelope?.ok === true) return { kind: "done", result: envelope.result, enveloped: true };
  const code = envelope?.error_code ?? 0;
  const description = envelope?.description ?? "";
  if (envelope?.ok === false || code !== 0) return refusal(code !== 0 || good ? code : status, description);
  return good ? { kind: "done", result: body.value, enveloped: false } : refusal(status, description);
};

/** Codes instead of Zalo's own words, which may quote the message. */
const REJECTED: readonly (readonly [RegExp, string])[] = [
  [/too long|exceeds?\b/i, "too_long"],
  [/\bempty\b/i, "empty_text"],
  [/chat\b.*\bnot found|user\b.*\bnot found/i, "chat_not_found"],
];

const LONGEST_CROWDED_SECONDS = 5 * 60;

/** 5 s, 10 s, 20 s … 5 min: the rest after so many "too many requests" in a row, where Zalo names none. */
export const crowdedSeconds = (times: number): number =>
  Math.min(PAUSE_SECONDS * 2 ** Math.min(Math.max(times, 1) - 1, 10), LONGEST_CROWDED_SECONDS);

/** 403 is an internal error at Zalo, never "blocked by the user"; a redirect leads nowhere we would follow. */
const passes = (status: number): boolean =>
  status === 403 || status === 408 || status >= 500 || (status >= 300 && status < 400);

/**
 * What a failed send means for the message. `crowded` counts the 429s in a row, this one included. A 404 may be the
 * whole bot's: the sender asks before it comes here.
 */
export const judgeFailure = (failure: ZaloFailure, crowded: number): SendOutcome => {
  if (failure.kind === "unanswered") return outcomeOfSilence(failure);
  const { status, description, retryAfter } = failure;
  if (status === 401) return { kind: "channel_down", code: "zalo_401" };
  if (status === 429)
    return { kind: "retry_after", seconds: restSeconds(retryAfter ?? crowdedSeconds(crowded)), scope: "bot" };
  if (passes(status)) return { kind: "retry_after", seconds: restSeconds(retryAfter) };
  const code = REJECTED.find(([pattern]) => pattern.test(description))?.[1];
  return { kind: "rejected", code: code ?? `zalo_${status}` };
};
