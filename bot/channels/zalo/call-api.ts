import { judgeSilence } from "../judge-silence.ts";
import { readAtMost } from "../read-at-most.ts";
import { judgeResponse, type ZaloAnswer } from "./judge-answer.ts";

const CALL_SECONDS = 20;
const LARGEST_ANSWER = 1024 * 1024;

export type ZaloApi = {
  /** One call; whatever comes of it is a value. */
  readonly call: (
    method: string,
    params?: Readonly<Record<string, unknown>>,
    patience?: { readonly seconds?: number; readonly signal?: AbortSignal },
  ) => Promise<ZaloAnswer>;
};

/** Ends when `signal` does or the time is up. Held by its own timer: nothing else keeps a joined signal alive. */
const limitOf = (seconds: number, signal: AbortSignal | undefined) => {
  const limit = new AbortController();
  const stop = (): void => limit.abort(new DOMException("the channel was stopped", "AbortError"));
  const timer = setTimeout(() => limit.abort(new DOMException("timed out", "TimeoutError")), seconds * 1000);
  if (signal?.aborted === true) stop();
  signal?.addEventListener("abort", stop);
  return {
    signal: limit.signal,
    release: (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
    },
  };
};

/** The address of each call holds the token: no error leaves this file with its address. */
export const createZaloApi = (options: {
  /** Without a slash at the end. */
  readonly apiRoot: string;
  readonly token: string;
  readonly now: () => Date;
}): ZaloApi => {
  const { apiRoot, token, now } = options;
  return {
    call: async (method, params = {}, { seconds = CALL_SECONDS, signal } = {}) => {
      const limit = limitOf(seconds, signal);
      try {
        const response = await fetch(`${apiRoot}/bot${token}/${method}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(params),
          // Elsewhere the token has no business.
          redirect: "manual",
          signal: limit.signal,
        });
        const bytes = response.body === null ? null : await readAtMost(response.body, LARGEST_ANSWER);
        return judgeResponse(
          {
            status: response.status,
            retryAfter: response.headers.get("retry-after"),
            text: bytes === null ? "" : new TextDecoder().decode(bytes),
          },
          now(),
        );
      } catch (error) {
        return judgeSilence(error);
      } finally {
        limit.release();
      }
    },
  };
};
