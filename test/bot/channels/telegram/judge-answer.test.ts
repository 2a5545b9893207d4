import { describe, expect, test } from "vitest";
import { judgeAnswer } from "../../../../bot/channels/telegram/judge-answer.ts";
import { backOffMs } from "../../../../bot/channels/telegram/poll-updates.ts";
import { redactToken } from "../../../../bot/channels/telegram/redact-token.ts";

const refused = (error_code: number, description: string, parameters: object = {}) => ({
  error_code,
  description,
  parameters,
});
const unanswered = (error: object) => ({ name: "HttpError", error });

describe("a refusal", () => {
  test.each([
    [
      refused(429, "Too Many Requests: retry after 7", { retry_after: 7 }),
      { kind: "retry_after", seconds: 7 },
    ],
    [refused(429, "Too Many Requests: retry after 9"), { kind: "retry_after", seconds: 9 }],
    [refused(429, "Too Many Requests"), { kind: "retry_after", seconds: 5 }],
    [refused(403, "Forbidden: bot was blocked by the user"), { kind: "blocked", code: "blocked_by_user" }],
    [refused(403, "Forbidden: user is deactivated"), { kind: "blocked", code: "user_deactivated" }],
    [
      refused(403, "Forbidden: bot can't initiate conversation with a user"),
      { kind: "blocked", code: "never_started" },
    ],
    [refused(403, "Forbidden: bot was kicked from the group chat"), { kind: "blocked", code: "bot_removed" }],
    [refused(400, "Bad Request: chat not found"), { kind: "blocked", code: "chat_not_found" }],
    [
      refused(400, "Bad Request: group chat was upgraded to a supergroup chat"),
      { kind: "blocked", code: "chat_moved" },
    ],
    [refused(403, "Forbidden: something of tomorrow"), { kind: "rejected", code: "telegram_403" }],
    [
      refused(400, "Bad Request: can't parse entities: “2.4 đã xong”"),
      { kind: "rejected", code: "telegram_400" },
    ],
    [refused(400, "Bad Request: message is too long"), { kind: "rejected", code: "too_long" }],
    [refused(401, "Unauthorized"), { kind: "channel_down", code: "telegram_401" }],
    [refused(404, "Not Found"), { kind: "channel_down", code: "telegram_404" }],
    [refused(500, "Internal Server Error"), { kind: "retry_after", seconds: 5 }],
  ])("%j", (error, outcome) => {
    expect(judgeAnswer(error)).toEqual(outcome);
  });
});

describe("no answer", () => {
  test.each([
    [{ code: "ECONNREFUSED", message: "connect ECONNREFUSED" }, "retry_after"],
    [{ code: "ENOTFOUND", message: "getaddrinfo ENOTFOUND api.telegram.org" }, "retry_after"],
    [{ code: "ETIMEDOUT", message: "connect ETIMEDOUT 149.154.167.220:443" }, "retry_after"],
    [{ code: "CERT_HAS_EXPIRED", message: "certificate has expired" }, "retry_after"],
    [{ code: "ETIMEDOUT", message: "read ETIMEDOUT" }, "ambiguous"],
    [{ code: "ECONNRESET", message: "socket hang up" }, "ambiguous"],
    [{ type: "invalid-json", message: "invalid json response body" }, "ambiguous"],
    [{ message: "Request to 'sendMessage' timed out after 20 seconds" }, "ambiguous"],
  ])("%j", (inner, kind) => {
    expect(judgeAnswer(unanswered(inner)).kind).toBe(kind);
  });
  test("anything at all is judged", () => {
    for (const thrown of [null, undefined, "boom", 5, new TypeError("x")])
      expect(judgeAnswer(thrown).kind).toBe("ambiguous");
  });
});

test("polling rests 1 s to 30 s, shortened by up to half", () => {
  expect([1, 2, 3, 6, 40].map((failures) => backOffMs(failures, 0))).toEqual([
    1000, 2000, 4000, 30_000, 30_000,
  ]);
  expect(backOffMs(1, 1)).toBe(500);
});

test("no form of the token survives", () => {
  const redact = redactToken("4242:abc-DEF_gh");
  for (const text of [
    "https://x/bot4242:abc-DEF_gh/getMe",
    "4242%3Aabc-DEF_gh",
    "abc-DEF_gh",
    "99:otherTOKEN12",
  ])
    expect(redact(text)).not.toMatch(/abc-DEF|otherTOKEN/);
});
