import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Incoming, incomingSchema } from "../../../bot/channels/channel.ts";
import { type OpenBench, PAYLOAD_KINDS, type Payload } from "../../support/channel-bench.ts";
import { BENCHES } from "./benches.ts";

/**
 * What a messenger was seen to send becomes exactly what the product knows: keys are text, doubles have one key,
 * whatever is not for the bot gives nothing, and no shape of tomorrow breaks the door.
 */

/** Every place in a payload, so that each can be spoiled. */
const pathsIn = (value: unknown, at: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === "object" && value !== null
    ? [at, ...Object.entries(value).flatMap(([name, inner]) => pathsIn(inner, [...at, name]))]
    : [at];

const GONE = Symbol("gone");
const spoil = (value: unknown, [name, ...rest]: readonly string[], by: unknown): unknown => {
  if (name === undefined) return by;
  if (Array.isArray(value))
    return value.flatMap((inner, index) => {
      const spoilt = String(index) === name ? spoil(inner, rest, by) : inner;
      return spoilt === GONE ? [] : [spoilt];
    });
  const entries = Object.entries(value ?? {}).map(([key, inner]): [string, unknown] => [
    key,
    key === name ? spoil(inner, rest, by) : inner,
  ]);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== GONE));
};

/** "2.4" and "chat" are keys; 2.4 is none. */
const wellFormed = (bench: OpenBench, updates: readonly Incoming[]): void => {
  for (const update of updates) {
    incomingSchema.parse(update);
    const said = JSON.stringify(update);
    for (const secret of bench.secrets) expect(said).not.toContain(secret);
    expect(said).not.toMatch(/\\u0000|\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f])/i);
  }
};

describe.each(BENCHES)("%s", (_title, { payloads, open }) => {
  const cases = PAYLOAD_KINDS.flatMap((kind) => {
    const known = payloads[kind];
    return typeof known === "string" ? [] : known.map((payload) => ({ kind, ...payload }));
  });
  const heard = (payload: Payload): boolean => payload.gives("me").length > 0;
  let bench: OpenBench;
  beforeAll(async () => {
    bench = await open();
  });
  afterAll(async () => {
    await bench?.close();
  });

  test.each(cases)("$kind: $name", async (payload) => {
    const updates = await bench.deliver(payload.body);
    expect(updates).toEqual(payload.gives(bench.me));
    wellFormed(bench, updates);
  });

  test.each(cases.filter(heard))("$kind: $name, delivered again, has the same key", async (payload) => {
    const keys = (updates: readonly Incoming[]) => updates.map(({ updateKey }) => updateKey);
    const [first, second] = [await bench.deliver(payload.body), await bench.deliver(payload.body)];
    expect(keys(second)).toEqual(keys(first));
    expect(keys(first)).not.toEqual([]);
  });

  test("different messages have different keys", () => {
    const keys = cases.flatMap(({ gives }) => gives("me").map(({ updateKey }) => updateKey));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(3);
  });

  test("what the messenger does not have is said why", () => {
    for (const kind of PAYLOAD_KINDS) {
      const known = payloads[kind];
      expect(typeof known === "string" ? known : known.length, kind).toBeTruthy();
    }
  });

  test("whatever is spoilt in a payload, the door stands and lets nothing odd through", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cases),
        fc.nat(),
        fc.oneof(
          fc.constant<unknown>(GONE),
          fc.jsonValue(),
          fc.string({ unit: "binary", maxLength: 40 }),
          fc.constantFrom<unknown>(2 ** 60, -1.5, "", "x".repeat(5_000), [[]], { id: {} }),
        ),
        async ({ body }, place, by) => {
          const paths = pathsIn(body);
          const spoilt = spoil(body, paths[place % paths.length] ?? [], by);
          wellFormed(bench, await bench.deliver(spoilt === GONE ? null : spoilt));
        },
      ),
      { numRuns: 100 },
    );
  });

  test("arbitrary JSON gives nothing", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (body) => {
        expect(await bench.deliver(body)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test("neither secrets nor words were logged", () => {
    const logged = bench.logged.join("\n");
    for (const secret of bench.secrets) expect(logged).not.toContain(secret);
    expect(logged).not.toContain("đã xong");
  });
});
