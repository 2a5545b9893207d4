import { describe, expect, test } from "vitest";
import { judgeAnswer, judgeObjection } from "../../../../bot/channels/telegram/judge-answer.ts";

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

test.each([
  ["can't parse entities: unsupported entity type", "looks"],
  ["ENTITY_BOUNDS_INVALID", "looks"],
  ["can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard", "looks"],
  ["BUTTON_COPY_TEXT_INVALID", "looks"],
  ["BUTTON_DATA_INVALID", null],
  ["message thread not found", "topic"],
  ["TOPIC_CLOSED", "topic"],
  ["message is too long", null],
  ["chat not found", null],
])("%s: what may be left out", (description, objection) => {
  expect(judgeObjection(refused(400, `Bad Request: ${description}`))).toBe(objection);
  expect(judgeObjection(refused(403, `Forbidden: ${description}`))).toBeNull();
  expect(judgeObjection(unanswered({ code: "ECONNRESET", message: description }))).toBeNull();
});
