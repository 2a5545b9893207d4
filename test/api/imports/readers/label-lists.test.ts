import { expect, it } from "vitest";
import type { Paragraph } from "../../../../api/imports/outline.ts";
import { readDocx } from "../../../../api/imports/readers/read-docx.ts";
import { buildDocx, type DocxBlock, type DocxLevel, type DocxOptions } from "../../../support/build-docx.ts";

const paragraphsOf = async (
  blocks: readonly DocxBlock[],
  options: DocxOptions,
): Promise<readonly Paragraph[]> => {
  const read = await readDocx(buildDocx([...blocks, "Hết."], options));
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.blocks
    .flatMap((block) =>
      block.kind === "paragraph"
        ? [block]
        : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs)),
    )
    .slice(0, -1);
};
const level = (format: string, pattern: string, more: Partial<DocxLevel> = {}): DocxLevel => ({
  format,
  pattern,
  ...more,
});
const item = (at: number, id = 1): DocxBlock => ({ text: "x", list: { id, level: at } });
const labels = async (blocks: readonly DocxBlock[], lists: NonNullable<DocxOptions["lists"]>) =>
  (await paragraphsOf(blocks, { lists })).map(({ label }) => label);

const PLAN = [
  level("upperRoman", "%1."),
  level("decimal", "%2."),
  level("decimal", "%2.%3."),
  level("lowerLetter", "%4)"),
];

it("counts the levels of a plan: roman parts, arabic items, letters, each begun anew under the next one above", async () => {
  expect(
    await labels(
      [0, 1, 2, 2, 3, 3, 1, 2, 0, 1].map((at) => item(at)),
      { 1: PLAN },
    ),
  ).toEqual(["I.", "1.", "1.1.", "1.2.", "a)", "b)", "2.", "2.1.", "II.", "1."]);
});

it("goes on counting where the levels say so", async () => {
  const through = [level("upperRoman", "%1."), level("decimal", "%2.", { restart: 0 })];
  expect(
    await labels(
      [0, 1, 1, 0, 1].map((at) => item(at)),
      { 1: through },
    ),
  ).toEqual(["I.", "1.", "2.", "II.", "3."]);
  const legal = [level("upperRoman", "%1."), level("decimal", "%1.%2", { legal: true })];
  expect(
    await labels(
      [0, 0, 1].map((at) => item(at)),
      { 1: legal },
    ),
  ).toEqual(["I.", "II.", "2.1"]);
  expect(
    await labels(
      [1, 1].map((at) => item(at)),
      { 1: legal },
    ),
  ).toEqual(["1.1", "1.2"]);
});

it("restarts in a second annex, and goes on where a list was only copied", async () => {
  const lists = { 1: [level("decimal", "%1.")], 2: { sameAs: 1, start: 1 }, 3: { sameAs: 1 } };
  expect(await labels([item(0), item(0), item(0, 3), item(0, 2), item(0, 2)], lists)).toEqual([
    "1.",
    "2.",
    "3.",
    "1.",
    "2.",
  ]);
});

it("writes numbers in every form, and bullets as what they look like", async () => {
  const first = async (format: string, pattern = "%1", start = 1) =>
    (await labels([item(0)], { 1: [level(format, pattern, { start })] }))[0];
  expect(await first("lowerLetter", "%1)", 27)).toBe("aa)");
  expect(await first("upperLetter", "%1.", 3)).toBe("C.");
  expect(await first("lowerRoman", "(%1)", 1999)).toBe("(mcmxcix)");
  expect(await first("decimalZero", "%1", 7)).toBe("07");
  expect(await first("chicago", "%1", 2)).toBe("2");
  expect(await first("upperRoman", "%1", 900_000)).toBe("900000");
  expect(await first("lowerLetter", "%1", 900_000)).toBe("900000");
  expect(await first("none", "")).toBe(null);
  expect(await first("bullet", "\uf0b7")).toBe("•");
  expect(await first("bullet", "-")).toBe("-");
  expect(await first("bullet", "–")).toBe("–");
  expect(await first("decimal", "Điều %1.", 4)).toBe("Điều 4.");
});

it("draws the number of an empty cell as its text: the first column of many tables", async () => {
  const number = { blocks: [{ text: "", list: { id: 1 } }] } as const;
  const options = { lists: { 1: [level("decimal", "%1")] } };
  const found = await paragraphsOf(
    [
      {
        rows: [
          [number, "Tuyên truyền"],
          [number, "Đối thoại"],
        ],
      },
    ],
    options,
  );
  expect(found.map(({ text, label }) => [text, label])).toEqual([
    ["1", null],
    ["Tuyên truyền", null],
    ["2", null],
    ["Đối thoại", null],
  ]);
});

it("numbers by style, and a paragraph can leave the list of its style", async () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="MucCon"><w:name w:val="Mục con"/><w:basedOn w:val="Muc"/></w:style>';
  const lists = {
    1: [level("decimal", "%1.", { style: "Muc" }), level("decimal", "%1.%2.", { style: "MucCon" })],
  };
  const found = await paragraphsOf(
    [
      { text: "Mục đích", style: "Muc" },
      { text: "Yêu cầu", style: "MucCon" },
      { text: "Không đánh số", style: "Muc", list: { id: 0 } },
    ],
    { styles, lists },
  );
  expect(found.map(({ label }) => label)).toEqual(["1.", "1.1.", null]);
});
