import { describe, expect, test } from "vitest";
import {
  crowdedSeconds,
  judgeFailure,
  judgeResponse,
  type ZaloAnswer,
} from "../../../../bot/channels/zalo/judge-answer.ts";

const NOW = new Date("2026-09-07T00:30:00Z");
const answer = (status: number, body: unknown, retryAfter: string | null = null): ZaloAnswer =>
  judgeResponse({ status, retryAfter, text: typeof body === "string" ? body : JSON.stringify(body) }, NOW);
const outcome = (status: number, body: unknown, retryAfter: string | null = null, crowded = 1) => {
  const judged = answer(status, body, retryAfter);
  if (judged.kind === "done") throw new Error("it went well");
  return judgeFailure(judged, crowded);
};
const refusal = (error_code: number | string, description = "") => ({ ok: false, error_code, description });

describe("what came is read in the body", () => {
  test("a result, in its envelope whatever the status says, or bare", () => {
    const result = { message_id: "2d758cb5e222177a4e35", date: 1_788_739_200_123 };
    expect(answer(200, { ok: true, result })).toEqual({ kind: "done", result, enveloped: true });
    expect(answer(502, { ok: true, result })).toEqual({ kind: "done", result, enveloped: true });
    expect(answer(200, { ok: true })).toEqual({ kind: "done", result: undefined, enveloped: true });
    expect(answer(200, result)).toEqual({ kind: "done", result, enveloped: false });
    expect(answer(200, [result])).toEqual({ kind: "done", result: [result], enveloped: false });
  });

  test("a refusal on HTTP 200, with its code as a number, as text, or without one", () => {
    expect(answer(200, refusal(403, "internal error"))).toEqual({
      kind: "refused",
      status: 403,
      description: "internal error",
      retryAfter: null,
    });
    expect(answer(200, refusal("429"))).toMatchObject({ status: 429 });
    expect(answer(200, { error_code: 408 })).toMatchObject({ kind: "refused", status: 408 });
    expect(answer(503, { ok: false })).toMatchObject({ status: 503, description: "" });
    expect(answer(200, { ok: false })).toMatchObject({ kind: "refused", status: 0 });
  });

  test("no JSON: a good status may hide anything, a bad one speaks for itself", () => {
    expect(answer(200, "<html>Welcome</html>")).toEqual({
      kind: "unanswered",
      code: "no_json",
      arrived: "perhaps",
    });
    expect(answer(503, "<html>Bad gateway</html>")).toMatchObject({ kind: "refused", status: 503 });
    expect(answer(302, "")).toMatchObject({ kind: "refused", status: 302 });
  });
});

describe("what it means for the message", () => {
  test.each([
    [200, refusal(400, "Bad Request: chat not found"), { kind: "rejected", code: "chat_not_found" }],
    [200, refusal(400, "Bad Request: text is too long"), { kind: "rejected", code: "too_long" }],
    [400, refusal(400, "“2.4 đã xong” cannot be sent"), { kind: "rejected", code: "zalo_400" }],
    [200, refusal(404, "Not Found"), { kind: "rejected", code: "zalo_404" }],
    [404, "404 page not found", { kind: "rejected", code: "zalo_404" }],
    [200, { ok: false }, { kind: "rejected", code: "zalo_0" }],
    [200, refusal(401, "Unauthorized"), { kind: "channel_down", code: "zalo_401" }],
    [200, refusal(403, "internal error"), { kind: "retry_after", seconds: 5 }],
    [200, refusal(408), { kind: "retry_after", seconds: 5 }],
    [200, refusal(500), { kind: "retry_after", seconds: 5 }],
    [503, "<html>", { kind: "retry_after", seconds: 5 }],
    [302, "", { kind: "retry_after", seconds: 5 }],
    [200, "<html>", { kind: "ambiguous", code: "no_json" }],
  ])("%i %j", (status, body, expected) => {
    expect(outcome(status, body)).toEqual(expected);
  });

  test.each([
    ["120", 120],
    ["0", 1],
    ["Mon, 07 Sep 2026 00:31:30 GMT", 90],
    ["Mon, 07 Sep 2026 00:29:00 GMT", 1],
    ["soon", 5],
    ["999999999", 86_400],
    [null, 5],
  ])("429 with Retry-After %j: the whole bot rests", (retryAfter, seconds) => {
    expect(outcome(200, refusal(429), retryAfter)).toEqual({ kind: "retry_after", seconds, scope: "bot" });
  });

  test("429 again and again: 5 s to 5 min, unless Zalo names the rest", () => {
    expect([1, 2, 3, 6, 7, 99].map(crowdedSeconds)).toEqual([5, 10, 20, 160, 300, 300]);
    expect(outcome(200, refusal(429), null, 3)).toMatchObject({ seconds: 20 });
    expect(outcome(200, refusal(429), "7", 3)).toMatchObject({ seconds: 7 });
  });
});
