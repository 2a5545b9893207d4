import { expect, test } from "vitest";
import type { SendOutcome } from "../../../bot/channels/channel.ts";
import { createPartSender } from "../../../bot/channels/send-in-parts.ts";

const AGAIN: SendOutcome = { kind: "retry_after", seconds: 5 };
const LOST: SendOutcome = { kind: "ambiguous", code: "timeout" };
const NEVER: SendOutcome = { kind: "rejected", code: "empty_text" };

/** `trouble` answers instead of the messenger for the call of that number. */
const talk = (trouble: Readonly<Record<number, SendOutcome>>) => {
  const said: string[] = [];
  let calls = 0;
  const send = createPartSender(async (chatKey, part: string) => {
    calls += 1;
    const failed = trouble[calls];
    if (failed !== undefined) return failed;
    said.push(`${chatKey}${part}`);
    return { kind: "delivered", messageKeys: [`m${calls}`] };
  });
  return { said, send };
};

test("what arrived is not said again, and all keys are known at the end", async () => {
  const { said, send } = talk({ 2: AGAIN, 4: LOST });
  expect(await send("a", "1", ["x", "y", "z"])).toEqual(AGAIN);
  expect(await send("a", "1", ["x", "y", "z"])).toEqual(LOST);
  expect(await send("a", "1", ["x", "y", "z"])).toEqual({
    kind: "delivered",
    messageKeys: ["m1", "m3", "m5"],
  });
  expect(said).toEqual(["ax", "ay", "az"]);
});

test("another chat and another message begin at the beginning", async () => {
  const { said, send } = talk({ 2: AGAIN });
  await send("a", "1", ["x", "y"]);
  await send("b", "1", ["x"]);
  await send("a", "2", ["x"]);
  expect(said).toEqual(["ax", "bx", "ax"]);
});

test("a message that is never taken is forgotten", async () => {
  const { said, send } = talk({ 2: NEVER });
  expect(await send("a", "1", ["x", "y"])).toEqual(NEVER);
  await send("a", "1", ["x", "y"]);
  expect(said).toEqual(["ax", "ax", "ay"]);
});
