import type { SendOutcome } from "./channel.ts";

/** A call that got no answer. */
export type Silence = {
  readonly kind: "unanswered";
  readonly code: string;
  readonly arrived: "no" | "perhaps";
};

type Fields = Readonly<Record<string, unknown>>;
export const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? (value as Fields) : {};
export const stringOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** With these no byte of the request reached the messenger. */
const NOT_ARRIVED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EAI_FAIL|ENETUNREACH|ENETDOWN|EHOSTUNREACH|EHOSTDOWN|EPROTO|CERT_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+|ERR_TLS_\w+|UND_ERR_CONNECT_TIMEOUT)$/;

/**
 * Reads a network error by its fields, whichever library threw it: the error or its cause has a code that names
 * what happened, and a message that names the step ("connect ETIMEDOUT"). One that was tried over several
 * addresses holds an error for each, all from before the connection stood.
 */
export const judgeSilence = (error: unknown): Silence => {
  const outer = fieldsOf(error);
  const cause = fieldsOf(outer.cause);
  const code = stringOf(outer.code) ?? stringOf(cause.code) ?? stringOf(outer.type);
  const messages = [stringOf(outer.message) ?? "", stringOf(cause.message) ?? ""];
  const before =
    (code !== null && NOT_ARRIVED.test(code)) ||
    Array.isArray(cause.errors) ||
    // "bad port": fetch itself refuses to call some ports.
    messages.some((message) => /\bconnect E[A-Z]+|^bad port$/.test(message));
  const late = outer.name === "TimeoutError" || messages.some((message) => message.includes("timed out"));
  return {
    kind: "unanswered",
    code: code ?? (late ? "timeout" : "no_answer"),
    arrived: before ? "no" : "perhaps",
  };
};

/** The rest where the messenger names none. */
export const PAUSE_SECONDS = 5;
const LONGEST_PAUSE_SECONDS = 24 * 3600;

/** As long as the messenger asked for, within reason. */
export const restSeconds = (asked: number | null): number =>
  Math.min(Math.max(asked ?? PAUSE_SECONDS, 1), LONGEST_PAUSE_SECONDS);

/** What a call without an answer means for the message that it should have sent. */
export const outcomeOfSilence = ({ arrived, code }: Silence): SendOutcome =>
  arrived === "no" ? { kind: "retry_after", seconds: PAUSE_SECONDS } : { kind: "ambiguous", code };
