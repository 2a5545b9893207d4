import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newId } from "../../../api/shared/ids.ts";
import type { SendOutcome } from "../../../bot/channels/channel.ts";
import { type OpenBench, sendTo } from "../../support/channel-bench.ts";
import { MONDAY } from "../../support/office.ts";
import { BENCHES } from "./benches.ts";

/** Whatever a messenger answers, the delivery hears one of seven outcomes, and never an exception. */

const KINDS = [
  "delivered",
  "waiting",
  "retry_after",
  "blocked",
  "rejected",
  "ambiguous",
  "channel_down",
] as const satisfies readonly SendOutcome["kind"][];

describe.each(BENCHES)("%s", (_title, { outcomes, open }) => {
  const cases = KINDS.flatMap((kind) => {
    const known = outcomes[kind];
    return typeof known === "string" ? [] : known.map((provocation) => ({ kind, ...provocation }));
  });
  let bench: OpenBench;
  beforeEach(async () => {
    bench = await open();
  });
  afterEach(async () => {
    await bench?.close();
    for (const secret of bench.secrets) expect(bench.logged.join("\n")).not.toContain(secret);
  });

  test.each(cases)("$kind: $name", async ({ kind, provoke, expected }) => {
    const outcome = await provoke(bench);
    expect(outcome).toMatchObject({ kind, ...expected });
    if (outcome.kind === "delivered") {
      expect(outcome.messageKeys.length).toBeGreaterThan(0);
      for (const key of outcome.messageKeys) expect(key).toMatch(/^\S{1,200}$/);
    }
    if (outcome.kind === "retry_after") expect(outcome.seconds).toBeGreaterThanOrEqual(1);
    if ("code" in outcome) {
      expect(outcome.code).toMatch(/^[\w-]{1,40}$/);
      for (const secret of bench.secrets) expect(outcome.code).not.toContain(secret);
    }
  });

  test("an outcome that cannot be is said why", () => {
    for (const kind of KINDS) expect(outcomes[kind].length, kind).toBeGreaterThan(0);
  });

  test("after a failure that passes the channel goes on, and each message arrives under its own keys", async () => {
    const passing = cases.filter(({ kind }) => kind === "retry_after" || kind === "ambiguous");
    for (const { provoke } of passing) await provoke(bench);
    const before = bench.arrived().length;
    const sent: SendOutcome[] = [];
    for (const text of ["Đã ghi 2.4", "Đã ghi 2.4", "Trợ giúp"])
      sent.push(await sendTo(bench, { outboxId: newId(MONDAY), text }));
    const keys = sent.flatMap((outcome) => (outcome.kind === "delivered" ? outcome.messageKeys : []));
    expect(new Set(keys).size).toBe(3);
    expect(
      bench
        .arrived()
        .slice(before)
        .map(({ text }) => text),
    ).toEqual(["Đã ghi 2.4", "Đã ghi 2.4", "Trợ giúp"]);
  });
});
