import { expect, test } from "vitest";
import { renderMessage } from "../../../../bot/channels/zalo/render-message.ts";
import { outgoing } from "../../../support/outgoing.ts";

const picture = { kind: "image/png" as const, bytes: new Uint8Array([1]) };

test("plain text: neither buttons nor places in bold leave a trace", () => {
  const text = "QUÁ HẠN\n1. *Nộp*\n2. Sửa";
  const buttons = [[{ label: "Nộp", data: "n" }]];
  expect(renderMessage(outgoing({ text, buttons, bold: [{ offset: 0, length: 7 }] }))).toEqual([
    { text, picture: null },
  ]);
});

test("parts of at most 2,000, cut at line ends, and nothing is lost but blanks at the cuts", () => {
  const text = Array.from({ length: 120 }, (_, at) => `2.${at} ${"ắ".repeat(40)}`).join("\n");
  const parts = renderMessage(outgoing({ text })).map((part) => part.text);
  expect(parts.length).toBeGreaterThan(2);
  for (const part of parts) {
    expect(part.length).toBeLessThanOrEqual(2_000);
    expect(part).toBe(part.trim());
  }
  expect(parts.join("\n")).toBe(text);
});

test("a task's second line stays with its first", () => {
  const first = `${"a".repeat(1_500)}\n2.4 Ban hành kế hoạch`;
  const text = `${first}\n     hạn thứ Ba 31/03 ${"b".repeat(480)}\nc`;
  const [one, two] = renderMessage(outgoing({ text, joints: [first.length] }));
  expect(one?.text).toBe("a".repeat(1_500));
  expect(two?.text).toMatch(/^2\.4 Ban hành kế hoạch\n {5}hạn/);
});

test("no letter is cut in two", () => {
  const parts = renderMessage(outgoing({ text: `${"a".repeat(1_999)}👩‍👩‍👧x` }));
  expect(parts.map(({ text }) => text)).toEqual(["a".repeat(1_999), "👩‍👩‍👧x"]);
});

test("a picture goes with the first part, or alone", () => {
  const long = renderMessage(outgoing({ text: `${"a".repeat(1_999)}\nb`, picture }));
  expect(long.map((part) => [part.text.length, part.picture !== null])).toEqual([
    [1_999, true],
    [1, false],
  ]);
  expect(renderMessage(outgoing({ text: " ", picture }))).toEqual([{ text: "", picture }]);
  expect(renderMessage(outgoing({ text: " \n" }))).toEqual([]);
});
