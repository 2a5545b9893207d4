import { expect, it } from "vitest";
import type { Table } from "../../../../api/imports/outline.ts";
import { readDocx } from "../../../../api/imports/readers/read-docx.ts";
import { buildDocx, type DocxBlock, type DocxTable } from "../../../support/build-docx.ts";

const tableOf = async (block: DocxBlock): Promise<Table> => {
  const read = await readDocx(buildDocx([block, "Hết."]));
  const [table] = read.ok ? read.value.blocks : [];
  if (table?.kind !== "table") throw new Error("no table");
  return table;
};
/** "column+columns text", a merged cell's with "↑" before it. */
const drawn = async (table: DocxTable): Promise<readonly (readonly string[])[]> =>
  (await tableOf(table)).rows.map(({ cells }) =>
    cells.map(
      ({ column, columns, continued, paragraphs }) =>
        `${column}+${columns} ${continued ? "↑" : ""}${paragraphs.map(({ text }) => text).join("|")}`,
    ),
  );

it("places cells under a header of two rows with merged cells", async () => {
  const rows = [
    { header: true, cells: [{ text: "TT", merge: "first" }, "Nhiệm vụ", { text: "Cơ quan", columns: 2 }] },
    { header: true, cells: [{ text: "", merge: "next" }, "(1)", "Chủ trì", "Phối hợp"] },
    ["1", { text: "CÁC NHIỆM VỤ CHUNG", columns: 3 }],
  ] as const;
  expect(await drawn({ rows })).toEqual([
    ["1+1 TT", "2+1 Nhiệm vụ", "3+2 Cơ quan"],
    ["1+1 ↑TT", "2+1 (1)", "3+1 Chủ trì", "4+1 Phối hợp"],
    ["1+1 1", "2+3 CÁC NHIỆM VỤ CHUNG"],
  ]);
  const table = await tableOf({ rows });
  expect(table.rows.map(({ header }) => header)).toEqual([true, true, false]);
  expect(table.columns).toBe(4);
});

it("repeats what a merged cell says in each of its rows, with the lines where it stands", async () => {
  const table = await tableOf({
    rows: [
      ["1", { text: "Phòng Kinh tế", merge: "first" }, "Quý I"],
      ["2", { text: "", merge: "next" }, "Quý II"],
      ["3", { text: "", merge: "next" }, "Quý III"],
      ["4", { text: "Công an xã", merge: "first" }, "Quý IV"],
      ["5", { text: "", merge: "next" }, "Cả năm"],
    ],
  });
  const units = table.rows.map(({ cells }) => cells[1]);
  expect(
    units.map((cell) => [cell?.continued, cell?.paragraphs[0]?.text, cell?.paragraphs[0]?.from]),
  ).toEqual([
    [false, "Phòng Kinh tế", 2],
    [true, "Phòng Kinh tế", 2],
    [true, "Phòng Kinh tế", 2],
    [false, "Công an xã", 11],
    [true, "Công an xã", 11],
  ]);
  expect(table.rows.map(({ from, to }) => [from, to])).toEqual([
    [1, 3],
    [4, 6],
    [7, 9],
    [10, 12],
    [13, 15],
  ]);
});

it("makes no column of a grid line that was left over or that two rows miss by a hair", async () => {
  const widths = [700, 4000, 100, 1500, 2000];
  expect(
    await drawn({
      widths,
      rows: [
        ["TT", { text: "Nhiệm vụ", columns: 2 }, "Chủ trì", "Thời gian"],
        ["1", "Tuyên truyền", { text: "Phòng Văn hóa", columns: 2 }, "Quý I"],
      ],
    }),
  ).toEqual([
    ["1+1 TT", "2+1 Nhiệm vụ", "3+1 Chủ trì", "4+1 Thời gian"],
    ["1+1 1", "2+1 Tuyên truyền", "3+1 Phòng Văn hóa", "4+1 Quý I"],
  ]);
  expect(await drawn({ rows: [["a", { text: "b", columns: 7 }, "c"]] })).toEqual([
    ["1+1 a", "2+1 b", "3+1 c"],
  ]);
});

it("leaves room where a row begins later, and joins cells that were merged the old way", async () => {
  expect(
    await drawn({ rows: [["1", "Nhiệm vụ", "Quý I"], { skipped: 1, cells: ["nối tiếp", "Quý II"] }] }),
  ).toEqual([
    ["1+1 1", "2+1 Nhiệm vụ", "3+1 Quý I"],
    ["2+1 nối tiếp", "3+1 Quý II"],
  ]);
  const old = (merge: string, text: string) =>
    `<w:tc><w:tcPr><w:hMerge${merge}/></w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const plain = "<w:tc><w:p/></w:tc>";
  const table = await tableOf({
    xml: `<w:tbl><w:tr>${plain}${old(' w:val="restart"', "cả hàng")}${old("", "")}</w:tr><w:tr>${plain.repeat(3)}</w:tr></w:tbl>`,
  });
  expect(table.rows[0]?.cells.map(({ column, columns }) => [column, columns])).toEqual([
    [1, 1],
    [2, 2],
  ]);
});

it("flattens a table inside a cell, and takes rows and cells out of content controls", async () => {
  const inner = { rows: [["Phòng Tư pháp", "Công an xã"]] };
  expect(await drawn({ rows: [["1", { blocks: ["Gồm:", inner, ""] }]] })).toEqual([
    ["1+1 1", "2+1 Gồm:|Phòng Tư pháp|Công an xã"],
  ]);
  const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const control = (content: string) => `<w:sdt><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
  const table = await tableOf({
    xml: `<w:tbl>${control(`<w:tr>${cell("1")}${control(cell("Nhiệm vụ"))}</w:tr>`)}</w:tbl>`,
  });
  expect(table.rows[0]?.cells.map(({ paragraphs }) => paragraphs[0]?.text)).toEqual(["1", "Nhiệm vụ"]);
});
