import { describe, expect, test } from "vitest";
import { type OfferedChoice, pickByBeginning, pickChoice } from "../../bot/pick-choice.ts";

const listed = (...labels: readonly string[]): readonly OfferedChoice[] => labels.map((label) => ({ label }));
const picked = (choices: readonly OfferedChoice[], text: string): readonly string[] =>
  pickChoice(choices, text).map(({ label }) => label);
const begun = (choices: readonly OfferedChoice[], text: string): readonly string[] =>
  pickByBeginning(choices, text).map(({ label }) => label);

const LISTS = listed("Tất cả chủ trì", "Quá hạn (5)", "Phối hợp (4)", "“Có liên quan” (6)", "Trang sau ›");

describe("by number or label", () => {
  test.each([
    ["2", "Quá hạn (5)"],
    ["số hai", "Quá hạn (5)"],
    ["quá hạn", "Quá hạn (5)"],
    ["QUA HAN.", "Quá hạn (5)"],
    ["Quá hạn (5)", "Quá hạn (5)"],
    ["quá hạn (7)", "Quá hạn (5)"],
    ["chọn phối hợp", "Phối hợp (4)"],
    ["có liên quan", "“Có liên quan” (6)"],
    ["trang sau", "Trang sau ›"],
  ])("%j picks %j", (text, label) => {
    expect(picked(LISTS, text)).toEqual([label]);
  });

  test.each(["6", "0", "thứ hai", "", "…", "quá", "hạn", "quá hạn rồi", "x".repeat(1_000)])(
    "%j picks nothing",
    (text) => {
      expect(picked(LISTS, text)).toEqual([]);
    },
  );

  test("what stands on buttons alone has no number, but its words", () => {
    const choices = [
      { label: "2.4", hidden: true },
      { label: "Có", hidden: false },
    ];
    expect(picked(choices, "1")).toEqual(["Có"]);
    expect(picked(choices, "2")).toEqual([]);
    expect(picked(choices, "2.4")).toEqual(["2.4"]);
    expect(begun([{ label: "Không phát sinh", hidden: true }], "không")).toEqual([]);
  });

  test("a number that is also another choice's label is asked about", () => {
    expect(picked(listed("3", "1", "2"), "1")).toEqual(["3", "1"]);
    expect(picked(listed("3", "x"), "3")).toEqual(["3"]);
    expect(picked(listed("Bà Ba", "Ông Tư", "Ông Tư"), "ông tư")).toEqual(["Ông Tư", "Ông Tư"]);
  });
});

describe("by agreeing or declining", () => {
  const plain = listed("Có", "Không");
  const leave = listed("Đồng ý, xóa dữ liệu của tôi", "Không, ở lại");
  const handOver = listed("Đồng ý bàn giao", "Không");
  test.each([
    ["đồng ý", plain, "Có"],
    ["vâng ạ", plain, "Có"],
    ["ok", plain, "Có"],
    ["thôi", plain, "Không"],
    ["đồng ý", leave, "Đồng ý, xóa dữ liệu của tôi"],
    ["dong y", handOver, "Đồng ý bàn giao"],
    ["xác nhận", handOver, "Đồng ý bàn giao"],
    ["không", leave, "Không, ở lại"],
    ["đồng ý", listed("Xác nhận", "Trả lại"), "Xác nhận"],
    ["yes", listed("Yes, erase my data", "No, stay"), "Yes, erase my data"],
  ])("%j of %o", (text, choices, label) => {
    expect(picked(choices, text)).toEqual([label]);
  });

  test("a nod is not enough for what weighs more, and a list of units agrees to nothing", () => {
    for (const nod of ["ừ", "ok", "vâng", "có"]) expect(picked(leave, nod)).toEqual([]);
    for (const nod of ["ok", "vâng", "có"]) expect(picked(listed("Xác nhận", "Trả lại"), nod)).toEqual([]);
    expect(picked(listed("Phòng A", "Phòng B"), "đồng ý")).toEqual([]);
  });
});

describe("by the beginning of a label", () => {
  const units = listed(
    "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường",
    "Phòng Kinh tế, Hạ tầng và Đô thị",
    "Phòng Văn hóa - Xã hội",
    "2.4  Ban hành kế hoạch",
    "2.4.a  Mục con",
  );
  test.each([
    ["văn phòng", ["Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường"]],
    ["phong kinh te", ["Phòng Kinh tế, Hạ tầng và Đô thị"]],
    ["phòng", ["Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa - Xã hội"]],
    ["phòng văn hóa", ["Phòng Văn hóa - Xã hội"]],
    ["phòng kin", []],
    ["2.4", ["2.4  Ban hành kế hoạch"]],
    ["2.4.a", ["2.4.a  Mục con"]],
    ["2", []],
    ["v", []],
    ["", []],
  ])("%j", (text, labels) => {
    expect(begun(units, text)).toEqual(labels);
  });
});
