import type { ServerResponse } from "node:http";
import { ZaloRefusal } from "./zalo-world.ts";

export type Fault =
  | { readonly kind: "400" | "401" | "403" | "404" | "408"; readonly description?: string }
  /** `retryAfter` goes into the header as it is: seconds, or a date. */
  | { readonly kind: "429"; readonly retryAfter?: number | string }
  /** HTTP 500 with bytes that are no JSON. */
  | { readonly kind: "500" }
  /** HTTP 503 with a page of the gateway. */
  | { readonly kind: "503" }
  /** HTTP 200 with this instead of the envelope; a page when left out. */
  | { readonly kind: "garbage"; readonly body?: string }
  | { readonly kind: "cut" }
  /** The request stays open until the bot gives up or the server is closed. */
  | { readonly kind: "hang" }
  /** Goes well, only later; before recording it is done late even for a bot that has given up by then. */
  | { readonly kind: "delay"; readonly ms: number };
export type FaultKind = Fault["kind"];

export const answer = (
  response: ServerResponse,
  status: number,
  body: string | Uint8Array,
  type: string,
): void => {
  response.writeHead(status, { "content-type": type }).end(body);
};
export const answerJson = (response: ServerResponse, status: number, body: unknown): void =>
  answer(response, status, JSON.stringify(body), "application/json");
export const refuse = (response: ServerResponse, { code, message }: ZaloRefusal, as: "200" | "real"): void =>
  answerJson(response, as === "real" ? code : 200, { ok: false, error_code: code, description: message });

/** As on Zalo, where 403 does not mean that the person blocked the bot. */
const DESCRIPTIONS = {
  "400": "Bad Request",
  "401": "Unauthorized",
  "403": "internal error",
  "404": "Not Found",
  "408": "Request Timeout",
} as const;
const page = (title: string): string => `<html><body><h1>${title}</h1></body></html>`;

export const answerFault = (
  response: ServerResponse,
  fault: Exclude<Fault, { readonly kind: "delay" }>,
  as: "200" | "real",
): void => {
  if (fault.kind === "hang") return;
  if (fault.kind === "cut") response.socket?.destroy();
  else if (fault.kind === "garbage") answer(response, 200, fault.body ?? page("Welcome"), "text/html");
  else if (fault.kind === "500") answer(response, 500, '\u0000\ufffd{"ok":fal', "application/json");
  else if (fault.kind === "503") answer(response, 503, page("503 Service Unavailable"), "text/html");
  else if (fault.kind === "429") {
    if (fault.retryAfter !== undefined) response.setHeader("retry-after", String(fault.retryAfter));
    refuse(response, new ZaloRefusal(429, "Too Many Requests"), as);
  } else {
    const description = fault.description ?? DESCRIPTIONS[fault.kind];
    refuse(response, new ZaloRefusal(Number(fault.kind), description), as);
  }
};
