import { afterEach, describe, expect, test } from "vitest";
import type { Handled } from "../../api/conversations/handle-next-update.ts";
import { createUpdateWorker, type UpdateWorker } from "../../bot/update-worker.ts";

let worker: UpdateWorker | null = null;
afterEach(() => worker?.stop());

const handled = (updateId: string): Handled => ({ kind: "handled", updateId, speaker: null });

/** Something that happens when the test says so. */
const event = <T = void>() => {
  let happen: (value: T) => void = () => undefined;
  const happened = new Promise<T>((resolve) => {
    happen = resolve;
  });
  return { happened, happen: (value: T) => happen(value) };
};

describe("a long document that is being read", () => {
  test("keeps nobody waiting, is not begun twice, and is handled as soon as it was read", async () => {
    const queue: string[] = ["a note"];
    const seen: string[] = [];
    const read = event<number>();
    const first = event();
    const second = event();
    const last = event();
    let begun = 0;
    let photos = 0;
    worker = createUpdateWorker({
      handleNext: async () => {
        const next = queue.shift();
        return next === undefined ? { kind: "none" } : handled(next);
      },
      atOnce: 1,
      fileWork: [
        async () => {
          photos += 1;
          return 0;
        },
        () => {
          begun += 1;
          return begun === 1 ? read.happened : Promise.resolve(0);
        },
      ],
      afterEach: (done) => {
        if (done.kind !== "handled") return;
        seen.push(done.updateId);
        ({ "a note": first, "another note": second, "the document": last })[done.updateId]?.happen();
      },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    worker.start();
    await first.happened;
    queue.push("another note");
    worker.kick();
    await second.happened;
    expect([begun, seen]).toEqual([1, ["a note", "another note"]]);
    expect(photos).toBeGreaterThanOrEqual(2);
    queue.push("the document");
    // Nobody kicks: that it was read is what wakes the worker.
    read.happen(1);
    await last.happened;
    expect(seen).toEqual(["a note", "another note", "the document"]);
  });

  test("is waited for when the product stops", async () => {
    const read = event<number>();
    const begun = event();
    worker = createUpdateWorker({
      handleNext: async () => ({ kind: "none" }),
      atOnce: 1,
      fileWork: [
        () => {
          begun.happen();
          return read.happened;
        },
      ],
      afterEach: () => undefined,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    worker.start();
    await begun.happened;
    let stopped = false;
    const stopping = worker.stop().then(() => {
      stopped = true;
    });
    await Promise.resolve();
    expect(stopped).toBe(false);
    read.happen(0);
    await stopping;
    expect(stopped).toBe(true);
  });

  test("that fails is said once, without its words, and others go on", async () => {
    const complaints: string[] = [];
    const noted = event();
    const queue = ["a note"];
    let tries = 0;
    const again = event();
    worker = createUpdateWorker({
      handleNext: async () => {
        const next = queue.shift();
        return next === undefined ? { kind: "none" } : handled(next);
      },
      atOnce: 1,
      fileWork: [
        async () => {
          tries += 1;
          if (tries === 3) again.happen();
          throw new Error("nội dung của văn bản");
        },
      ],
      afterEach: () => noted.happen(),
      log: {
        info: () => undefined,
        warn: () => undefined,
        error: (fields, message) => void complaints.push(`${message} ${JSON.stringify(fields)}`),
      },
    });
    worker.start();
    await noted.happened;
    worker.kick();
    await again.happened;
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(/^files cannot be taken up now/);
    expect(complaints[0]).not.toContain("nội dung");
  });
});
