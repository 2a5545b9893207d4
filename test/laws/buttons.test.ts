import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Button, buttonSchema, packButton, parseButton } from "../../bot/dialogues/button.ts";

const id = fc.uuid({ version: [4, 7] });
const word = fc.stringMatching(/^[a-z][\w:-]{0,23}$/);
const count = fc.integer({ min: 0, max: 999_999 });
const page = fc.integer({ min: 1, max: 999 });

const withId = (action: Extract<Button, readonly [string, string]>[0]) =>
  id.map((one) => [action, one] as Button);

/** One for every action; the test below says when a new one is missing. */
const ACTIONS: Readonly<Record<Button[0], fc.Arbitrary<Button>>> = {
  command: word.map((name) => ["command", name]),
  tasks: fc.tuple(word, page).map(([name, at]) => ["tasks", name, at]),
  "unit-tasks": withId("unit-tasks"),
  task: withId("task"),
  "task-note": withId("task-note"),
  "task-seen": withId("task-seen"),
  "note-for": withId("note-for"),
  "nothing-new": withId("nothing-new"),
  "note-correct": withId("note-correct"),
  "note-withdraw": withId("note-withdraw"),
  "claim-confirm": withId("claim-confirm"),
  "claim-return": withId("claim-return"),
  post: withId("post"),
  answer: word.map((name) => ["answer", name]),
  setting: fc.tuple(word, word).map(([name, value]) => ["setting", name, value]),
  pick: withId("pick"),
  "hand-over": withId("hand-over"),
  unlead: fc.tuple(id, id).map(([task, unit]) => ["unlead", task, unit]),
  uncoordinate: fc.tuple(id, id).map(([task, unit]) => ["uncoordinate", task, unit]),
  "confirm-group": withId("confirm-group"),
  revoke: fc.tuple(fc.constantFrom("chat", "session"), id).map(([what, one]) => ["revoke", what, one]),
  "own-data": fc.constantFrom<Button[]>(["own-data", "leave"], ["own-data", "leave-now"]),
  "catalogue-seen": withId("catalogue-seen"),
  import: fc
    .tuple(fc.constantFrom("open", "doubts", "accept-all", "new", "publish", "discard", "discard-now"), id)
    .map(([act, one]) => ["import", act, one]),
  "import-amends": fc.tuple(id, id).map(([one, catalogue]) => ["import-amends", one, catalogue]),
  "import-publish": fc.tuple(id, count).map(([one, revision]) => ["import-publish", one, revision]),
  "import-doubt": fc
    .tuple(fc.constantFrom("right", "later", "new-unit", "retype"), id, count)
    .map(([act, one, at]) => ["import-doubt", act, one, at]),
  feed: fc.constantFrom<Button[]>(["feed", "offer"], ["feed", "new"]),
  "feed-revoke": withId("feed-revoke"),
  cancel: fc.constant(["cancel"]),
};

describe("button data", () => {
  test("every action of the schema is in this test", () => {
    const known = buttonSchema.options.map(({ def }) => def.items[0].def.values[0]);
    expect(new Set(known)).toEqual(new Set(Object.keys(ACTIONS)));
  });

  test.each(Object.entries(ACTIONS))(
    "%s: packing then parsing is the identity, within 64 bytes",
    (_name, button) => {
      fc.assert(
        fc.property(button, (one) => {
          const packed = packButton(one);
          expect(Buffer.byteLength(packed)).toBeLessThanOrEqual(64);
          expect(parseButton(packed)).toEqual(one);
        }),
      );
    },
  );

  test("arbitrary text is no button, and parsing it never throws", () => {
    const pieces = fc
      .array(
        fc.constantFrom(
          "task",
          "tasks",
          "answer",
          " ",
          "~",
          "~AZCgAAAAcACAAAAAAAAAAQ",
          "1",
          "all",
          "\u0000",
          "😀",
          "x".repeat(200),
        ),
        { maxLength: 6 },
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), pieces), (text) => {
        const parsed = parseButton(text);
        if (parsed !== null) expect(parseButton(packButton(parsed))).toEqual(parsed);
      }),
      { numRuns: 2_000 },
    );
  });

  test("what would not fit is refused where it is made", () => {
    expect(() => packButton(["setting", "x".repeat(40), "y".repeat(40)])).toThrow(RangeError);
  });
});
