import { expect, test } from "vitest";
import { backOffMs, createBackOff } from "../../../bot/channels/back-off.ts";

test("rests 1 s to 30 s, shortened by up to half", () => {
  expect([1, 2, 3, 6, 40].map((failures) => backOffMs(failures, 0))).toEqual([
    1000, 2000, 4000, 30_000, 30_000,
  ]);
  expect(backOffMs(1, 1)).toBe(500);
});

test("a trouble is said once, and again only when it went well in between", async () => {
  const said: string[] = [];
  const write = (_: object, event: string) => void said.push(event);
  const stopped = AbortSignal.abort();
  const { rest, recover } = createBackOff({
    signal: stopped,
    log: { info: write, warn: write, error: write },
    jitter: () => 0,
  });
  await rest("the line is down", {});
  await rest("the line is down", {});
  expect(recover()).toBe(2);
  expect(recover()).toBe(0);
  await rest("the line is down again", {});
  expect(said).toEqual(["the line is down", "the line is down again"]);
});
