import { expect, test } from "vitest";
import type { OutgoingMessage } from "../../../../bot/channels/channel.ts";
import { renderMessage, renderPlain } from "../../../../bot/channels/telegram/render-message.ts";
import { outgoing } from "../../../support/outgoing.ts";

const message = (text: string, more: Partial<OutgoingMessage> = {}) => outgoing({ text, ...more });
const button = (data: string) => [[{ label: "Tiếp", data }]];

test("a short message is one call, headings are places and never markup", () => {
  const text = "QUÁ HẠN\n2.4 <b>*x*</b>";
  expect(renderMessage(message(text, { bold: [{ offset: 0, length: 7 }], buttons: button("t") }))).toEqual([
    {
      text,
      entities: [{ type: "bold", offset: 0, length: 7 }],
      keyboard: [[{ text: "Tiếp", callback_data: "t" }]],
      picture: null,
    },
  ]);
});

test("a long one is split at line ends; buttons stand under the last part, bold follows its words", () => {
  const line = `${"ắ".repeat(99)}\n`;
  const text = line.repeat(100);
  const parts = renderMessage(message(text, { bold: [{ offset: 4000, length: 200 }], buttons: button("t") }));
  expect(parts.map((part) => part.text.length)).toEqual([3999, 3999, 1999]);
  expect(parts.map((part) => part.keyboard !== null)).toEqual([false, false, true]);
  expect(parts.map((part) => part.entities)).toEqual([[], [{ type: "bold", offset: 0, length: 200 }], []]);
});

test("bold that spans a cut is bold on both sides", () => {
  const text = `${"a".repeat(4000)}\n${"b".repeat(200)}`;
  const [first, second] = renderMessage(message(text, { bold: [{ offset: 3990, length: 21 }] }));
  expect(first?.entities).toEqual([{ type: "bold", offset: 3990, length: 10 }]);
  expect(second?.entities).toEqual([{ type: "bold", offset: 0, length: 10 }]);
});

test("an emoji at the boundary is not cut in two", () => {
  const parts = renderMessage(message(`${"a".repeat(4095)}👩‍👩‍👧x`));
  expect(parts.map(({ text }) => text)).toEqual(["a".repeat(4095), "👩‍👩‍👧x"]);
});

test("blanks around a message do not move what is bold; blanks alone are nothing", () => {
  expect(renderMessage(message("\n\n AB ", { bold: [{ offset: 2, length: 3 }] }))[0]).toMatchObject({
    text: "AB",
    entities: [{ offset: 0, length: 2 }],
  });
  expect(renderMessage(message("\n ".repeat(5000)))).toEqual([]);
});

test("a picture carries the beginning as its caption, the rest follows", () => {
  const picture = { kind: "image/png" as const, bytes: new Uint8Array([1]) };
  const text = `${"a".repeat(1000)}\n${"b".repeat(5000)}`;
  const parts = renderMessage(message(text, { picture, buttons: button("x") }));
  expect(parts.map((part) => [part.picture !== null, part.text.length, part.keyboard !== null])).toEqual([
    [true, 1000, false],
    [false, 4096, false],
    [false, 904, true],
  ]);
  expect(renderMessage(message("", { picture }))).toMatchObject([{ text: "" }]);
});

test("button data longer than 64 bytes is a bug", () => {
  expect(() => renderMessage(message("a", { buttons: button("ệ".repeat(22)) }))).toThrow(RangeError);
  expect(() => renderMessage(message("a", { buttons: button("") }))).toThrow(RangeError);
  expect(renderMessage(message("a", { buttons: button("x".repeat(64)) }))).toHaveLength(1);
});

const ZONE = "Asia/Ho_Chi_Minh";
const DAY = { offset: 5, length: 18, date: "2026-09-14" };

test("a due date is the end of work on that day, where the office is; the words stay as written", () => {
  const [part] = renderMessage(message("Hạn: thứ Hai 14/09/2026.", { dates: [DAY], timeZone: ZONE }));
  expect(part?.entities).toEqual([
    {
      type: "date_time",
      offset: 5,
      length: 18,
      unix_time: Date.parse("2026-09-14T17:00:00+07:00") / 1000,
      date_time_format: "",
    },
  ]);
  const elsewhere = renderMessage(
    message("Hạn: thứ Hai 14/09/2026.", { dates: [DAY], timeZone: "Europe/Berlin" }),
  );
  expect(elsewhere[0]?.entities).toMatchObject([{ unix_time: Date.parse("2026-09-14T15:00:00Z") / 1000 }]);
  // A stranger belongs to no office.
  expect(renderMessage(message("Hạn: thứ Hai 14/09/2026.", { dates: [DAY] }))[0]?.entities).toEqual([]);
});

test("when a message is split a date goes with its words, bold or not", () => {
  const text = `${"a".repeat(4000)}\n${"b".repeat(80)} thứ Hai 14/09/2026\nc`;
  const at = text.indexOf("thứ Hai");
  const [first, second] = renderMessage(
    message(text, {
      bold: [{ offset: at, length: 18 }],
      dates: [{ offset: at, length: 18, date: "2026-09-14" }],
      timeZone: ZONE,
    }),
  );
  expect(first?.entities).toEqual([]);
  expect(
    second?.entities.map(({ type, offset, length }) => [type, second.text.slice(offset, offset + length)]),
  ).toEqual([
    ["bold", "thứ Hai 14/09/2026"],
    ["date_time", "thứ Hai 14/09/2026"],
  ]);
});

test("weights are colours; what can be copied stands under the choices, unless it is too long", () => {
  const [part] = renderMessage(
    message("a", {
      buttons: [
        [
          { label: "Xác nhận", data: "y", weight: "main" },
          { label: "Trả lại", data: "n", weight: "grave" },
          { label: "Để sau", data: "l" },
        ],
      ],
      copies: [
        { label: "Sao chép mã", text: "ABCDE-12345" },
        { label: "Sao chép liên kết", text: "x".repeat(257) },
      ],
    }),
  );
  expect(part?.keyboard).toEqual([
    [
      { text: "Xác nhận", callback_data: "y", style: "primary" },
      { text: "Trả lại", callback_data: "n", style: "danger" },
      { text: "Để sau", callback_data: "l" },
    ],
    [{ text: "Sao chép mã", copy_text: { text: "ABCDE-12345" } }],
  ]);
});

test("the plain version keeps the words and what can be chosen", () => {
  const rich = renderMessage(
    message("Hạn: thứ Hai 14/09/2026.", {
      dates: [DAY],
      timeZone: ZONE,
      buttons: [[{ label: "Xác nhận", data: "y", weight: "main" }]],
      copies: [{ label: "Sao chép mã", text: "ABCDE-12345" }],
    }),
  );
  const [part] = rich;
  if (part === undefined) throw new Error("nothing to say");
  expect(renderPlain(part)).toEqual({
    text: "Hạn: thứ Hai 14/09/2026.",
    entities: [],
    keyboard: [[{ text: "Xác nhận", callback_data: "y" }]],
    picture: null,
  });
  const [copied] = renderMessage(message("a", { copies: [{ label: "Sao chép", text: "b" }] }));
  expect(copied && renderPlain(copied)?.keyboard).toBeNull();
  const [bare] = renderMessage(message("a", { buttons: button("t") }));
  expect(bare && renderPlain(bare)).toBeNull();
});
