import { lookup as resolveName } from "node:dns";
import { request as requestPlainly } from "node:http";
import { request as requestSecurely } from "node:https";
import type { LookupFunction } from "node:net";
import type { EventAnswer, EventProblem } from "./decide-event-settlement.ts";
import { judgeAddress } from "./judge-address.ts";
import { judgeUrl, literalAddressOf } from "./judge-url.ts";

/** One signed event on its way. */
export type EventPost = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type PostEvent = (post: EventPost) => Promise<EventAnswer>;

const TIMEOUT_MS = 10_000;
const HEADER_BYTES = 16 * 1024;

class ForbiddenAddress extends Error {}

/** Resolves a name and connects to nothing but what was judged: a name that leads elsewhere the next moment gains nothing. */
const judgedLookup =
  (secure: boolean, resolve: typeof resolveName): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) {
        callback(error ?? new Error("no address"), "", 0);
        return;
      }
      const allowed = addresses.every(({ address }) => {
        const kind = judgeAddress(address);
        return kind === "private" || (kind === "public" && secure);
      });
      if (!allowed) callback(new ForbiddenAddress(), "", 0);
      else if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";

const problemOf = (error: unknown): EventProblem => {
  if (error instanceof ForbiddenAddress) return "address_forbidden";
  const code = codeOf(error);
  if (error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError"))
    return "timeout";
  if (code === "ECONNREFUSED") return "connection_refused";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "name_not_found";
  if (code.startsWith("HPE_")) return "answer_invalid";
  if (/CERT|SSL|TLS|ALTNAME|SELF_SIGNED/.test(code)) return "certificate_invalid";
  return "connection_lost";
};

/**
 * Posts an event and answers with nothing but the status: redirects are not followed, and the answer's body is not
 * read. Never throws.
 */
export const eventPoster =
  (settings: { readonly timeoutMs?: number; readonly resolve?: typeof resolveName } = {}): PostEvent =>
  async ({ url: text, headers, body }) => {
    // What was allowed once may stand in an older row; a literal address asks no name service.
    const verdict = judgeUrl(text);
    if (verdict !== "allowed") return { kind: "unanswered", problem: "address_forbidden" };
    const url = new URL(text);
    const secure = url.protocol === "https:";
    const literal = literalAddressOf(url);
    return new Promise<EventAnswer>((settle) => {
      const fail = (error: unknown): void => settle({ kind: "unanswered", problem: problemOf(error) });
      const sending = (secure ? requestSecurely : requestPlainly)(
        url,
        {
          method: "POST",
          // One connection each: nothing of one office's answers waits in a socket for another's.
          agent: false,
          maxHeaderSize: HEADER_BYTES,
          signal: AbortSignal.timeout(settings.timeoutMs ?? TIMEOUT_MS),
          ...(literal === null ? { lookup: judgedLookup(secure, settings.resolve ?? resolveName) } : {}),
          headers: {
            ...headers,
            "content-type": "application/json",
            "content-length": String(Buffer.byteLength(body)),
            "user-agent": "dondoc-webhooks/1",
          },
        },
        (answer) => {
          settle({ kind: "answered", status: answer.statusCode ?? 0 });
          answer.on("error", () => undefined);
          answer.destroy();
        },
      );
      sending.on("error", fail);
      sending.on("upgrade", (_answer, socket) => {
        socket.destroy();
        settle({ kind: "unanswered", problem: "answer_invalid" });
      });
      sending.end(body);
    }).catch((error: unknown) => ({ kind: "unanswered", problem: problemOf(error) }));
  };
