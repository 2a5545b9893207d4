import { expect, it } from "vitest";
import { gate } from "../../db/gate.ts";

/** A piece of work that ends when it is told to. */
const held = () => {
  let end: (failure?: Error) => void = () => undefined;
  const done = new Promise<void>((resolve, reject) => {
    end = (failure) => (failure === undefined ? resolve() : reject(failure));
  });
  return { done, end };
};

/** Lets everything that is ready take its turn. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

it.each([1, 3, 10])("lets %i in at once, the others in order of arrival", async (width) => {
  const inTurn = gate(width);
  const works = Array.from({ length: 25 }, held);
  const begun: number[] = [];
  let running = 0;
  const all = works.map((work, place) =>
    inTurn(async () => {
      begun.push(place);
      running += 1;
      expect(running).toBeLessThanOrEqual(width);
      await work.done;
      running -= 1;
    }),
  );
  await settle();
  expect(begun).toHaveLength(width);
  for (const [place, work] of works.entries()) {
    work.end();
    await settle();
    expect(begun).toHaveLength(Math.min(25, width + place + 1));
  }
  await Promise.all(all);
  expect(begun).toEqual(works.map((_, place) => place));
});

it("hands back the work's value or error, and frees the place after an error of either kind", async () => {
  const inTurn = gate(1);
  const late = inTurn(() => Promise.reject(new Error("late")));
  const early = inTurn(() => {
    throw new Error("early");
  });
  const good = inTurn(async () => 7);
  await expect(late).rejects.toThrow("late");
  await expect(early).rejects.toThrow("early");
  expect(await good).toBe(7);
  expect(await inTurn(async () => 8)).toBe(8);
});

it("never lets a newcomer pass the ones who wait", async () => {
  const inTurn = gate(1);
  const first = held();
  const order: string[] = [];
  const running = inTurn(() => first.done);
  const waiting = inTurn(async () => void order.push("waiting"));
  first.end();
  // Arrives at the very moment at which the place is handed on.
  const newcomer = running.then(() => inTurn(async () => void order.push("newcomer")));
  await Promise.all([waiting, newcomer]);
  expect(order).toEqual(["waiting", "newcomer"]);
});
