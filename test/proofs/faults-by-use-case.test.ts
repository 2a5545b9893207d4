import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handleNextUpdate } from "../../api/conversations/handle-next-update.ts";
import { storeUpdates } from "../../api/conversations/store-updates.ts";
import { problemSchema } from "../../api/http/problem.ts";
import type { Result } from "../../api/shared/result.ts";
import { createTalker } from "../../bot/talker.ts";
import { useCases } from "../../bot/use-cases.ts";
import { askingTalker } from "../support/asking-talker.ts";
import type { Point } from "../support/breaking-database.ts";
import { freshDatabase } from "../support/database.ts";
import { type Chat, type FaultOffices, faultOffices, REFUSED_AGAIN } from "../support/fault-offices.ts";
import { announceFuzzing, LONG, SEED } from "../support/fuzz-cases.ts";
import { OPERATIONS } from "../support/operation-schemas.ts";
import { randomFrom, someOf } from "../support/random.ts";

/**
 * Every use case, by the API and by an update of a messenger, with the connection to its database lost on its way,
 * at every statement, at the commit, and after the commit before it was heard: the database stands as before or as
 * after the whole of it, and what is asked again has happened once. The short run draws some of them by its seed.
 */

const USE_CASES = LONG ? Number.POSITIVE_INFINITY : 8;
const POINTS = LONG ? Number.POSITIVE_INFINITY : 2;
const RETRY_MS = 2_000;

const random = randomFrom(SEED);
const WRITING = someOf(
  OPERATIONS.filter(([, { method }]) => method !== "get"),
  USE_CASES,
  random,
);
const ASKED = someOf(Object.keys(useCases), USE_CASES, random);

let house: FaultOffices;
const counts = { operations: 0, useCases: 0, points: 0, lost: 0, unheard: 0 };
beforeAll(async () => {
  house = await faultOffices(await freshDatabase());
  announceFuzzing("lost connections");
});
afterAll(() => console.info(`lost connections: ${JSON.stringify(counts)}`));

/** Loses the connection at points of what was done before in one piece, and finds the database untouched. */
const loseOnTheWay = async (points: readonly Point[], again: () => Promise<void>): Promise<void> => {
  const { breaking, rows } = house;
  const untouched = await rows.mark();
  for (const point of someOf([...points.keys()].slice(0, -1), POINTS, random)) {
    breaking.breakAt(point);
    await again();
    expect(await rows.mark(), `lost at ${point} of ${points.join()}`).toBe(untouched);
    counts.lost += 1;
  }
  counts.points += points.length;
};

describe("an operation of the API", () => {
  const doors = () =>
    house.callers.map(({ token, post }) => {
      const door = house.door.with(token);
      return post === null ? door : door.in(post);
    });

  it.each(WRITING)("%s has happened wholly or not at all, and once", async (name, route) => {
    const { breaking, rows } = house;
    await rows.bringBack();
    const call = { ...house.callAtHome(name), headers: { "idempotency-key": `lost-${name}` } };
    const refusals: string[] = [];
    const answered = async (): Promise<ReturnType<typeof doors>[number]> => {
      for (const door of doors()) {
        breaking.mend();
        const answer = await door.ask(name, call);
        if (answer.status === route.status) return door;
        refusals.push(await answer.text());
      }
      throw new Error(`nobody may: ${refusals.join("\n")}`);
    };
    const door = await answered();
    const points = breaking.listen();
    const whole = await rows.changes();
    await rows.bringBack();

    await loseOnTheWay(points, async () => {
      const answer = await door.ask(name, call);
      expect(answer.status).toBe(500);
      expect(problemSchema.parse(await answer.json()).code).toBe("internal_error");
    });

    breaking.breakAt(points.length - 1);
    expect((await door.ask(name, call)).status).toBe(500);
    expect(await rows.changes()).toEqual(whole);
    const after = await rows.mark();
    breaking.mend();
    const again = await door.ask(name, call);
    const refusedAgain = REFUSED_AGAIN[name];
    if (refusedAgain !== undefined) expect(again.status).toBe(refusedAgain);
    else {
      expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([route.status, "true"]);
      if (route.answer !== null && route.answer !== "file") {
        const body: unknown = await again.json();
        expect(route.answer.parse(body)).toEqual(body);
      }
    }
    // A code that is spent counts as a wrong one.
    if (name === "login") expect(await rows.changes()).toEqual({ ...whole, link_attempt: expect.anything() });
    else expect(await rows.mark()).toBe(after);
    counts.operations += 1;
    counts.unheard += 1;
  });
});

describe("an update", () => {
  it.each(ASKED)("that asks for %s is handled wholly or not at all, and once", async (name) => {
    const { breaking, rows, door } = house;
    const now = door.clock.now();
    const results: Result<unknown>[] = [];
    const talker = askingTalker(createTalker({ buttons: () => false }), (result) => results.push(result));
    const text = JSON.stringify({ ask: name, input: house.inputAtHome(name) });
    const handle = (at = now) => handleNextUpdate(breaking.database, talker, at);
    const bring = ({ chatKey, account }: Chat): Promise<unknown> => {
      const update = { updateKey: "lost", chatKey, content: { content: { kind: "text", text } } };
      return storeUpdates(house.database, { channel: "telegram", account }, [update], now);
    };
    const granted = async (): Promise<Chat> => {
      for (const chat of house.chats) {
        await rows.bringBack();
        await bring(chat);
        breaking.mend();
        expect(await handle()).toMatchObject({ kind: "handled" });
        if (results.at(-1)?.ok === true) return chat;
      }
      throw new Error(`nobody may: ${JSON.stringify(results)}`);
    };
    const chat = await granted();
    const points = breaking.listen();
    const whole = await rows.changes();
    await rows.bringBack();

    await bring(chat);
    await loseOnTheWay(points, async () => {
      await expect(handle()).rejects.toThrow();
    });
    // That connection alone: the update is put off, and nothing else is written.
    breaking.breakAt(1 + Math.floor(random() * (points.length - 2)), { once: true });
    expect(await handle()).toMatchObject({ kind: "failed", final: false });
    expect(Object.keys(await rows.changes())).toEqual(["incoming_update"]);

    const later = new Date(now.getTime() + RETRY_MS);
    breaking.breakAt(points.length - 1);
    await expect(handle(later)).rejects.toThrow();
    expect(await rows.changes()).toEqual(whole);
    const after = await rows.mark();
    breaking.mend();
    // The messenger brings it again.
    await bring(chat);
    expect(await handle(later)).toEqual({ kind: "none" });
    expect(await rows.mark()).toBe(after);
    counts.useCases += 1;
    counts.unheard += 1;
  });
});
