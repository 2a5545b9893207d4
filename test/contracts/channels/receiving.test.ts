import { afterEach, describe, expect, test } from "vitest";
import type { Incoming } from "../../../bot/channels/channel.ts";
import { createChanges } from "../../support/changes.ts";
import type { Receiving } from "../../support/channel-bench.ts";
import { BENCHES } from "./benches.ts";

/** What people write is stored before it is acknowledged: nothing is lost while the database is away. */

const PATIENCE_MS = 10_000;

/** Remembers what was stored; refuses as often as it is told. */
const inbox = (refusals: number) => {
  const changes = createChanges();
  const stored: Incoming[] = [];
  let calls = 0;
  return {
    stored,
    receive: async (updates: readonly Incoming[]): Promise<void> => {
      calls += 1;
      if (calls <= refusals) throw new Error("the database is away");
      stored.push(...updates);
      changes.announce();
    },
    until: (count: number) =>
      changes.until(`${count} updates`, () => (stored.length >= count ? stored : undefined), PATIENCE_MS),
  };
};
const textsOf = (updates: readonly Incoming[]): readonly string[] =>
  updates.map(({ content }) => (content.kind === "text" ? content.text : content.kind));

describe.each(BENCHES)("%s", (_title, { receives }) => {
  let receiving: Receiving | null = null;
  afterEach(async () => {
    await receiving?.close();
    receiving = null;
  });

  describe.each(receives)("by $way", ({ begin }) => {
    test("what is said is stored in its order", async () => {
      const { receive, until } = inbox(0);
      receiving = await begin(receive);
      for (const text of ["nhiệm vụ", "2.4 đã xong", "tiếp"]) await receiving.say(text);
      expect(textsOf(await until(3))).toEqual(["nhiệm vụ", "2.4 đã xong", "tiếp"]);
    });

    test("what could not be stored comes again, once, and before what was said later", async () => {
      const { receive, until } = inbox(2);
      receiving = await begin(receive);
      for (const text of ["2.4 đã xong", "tiếp"]) await receiving.say(text);
      expect(textsOf(await until(2))).toEqual(["2.4 đã xong", "tiếp"]);
    });

    test("what is delivered twice has one key, what is said twice has two", async () => {
      const { receive, until } = inbox(0);
      receiving = await begin(receive);
      await receiving.say("2.3 không phát sinh");
      await until(1);
      await receiving.again();
      await until(2);
      await receiving.say("2.3 không phát sinh");
      const [first, double, other] = (await until(3)).map(({ updateKey }) => updateKey);
      expect(double).toBe(first);
      expect(other).not.toBe(first);
    });
  });
});
