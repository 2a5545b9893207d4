import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinTornSyllables } from "../../../../api/imports/flattened/join-torn-syllables.ts";
import { NOBODY_KNOWN } from "../../../../api/imports/known-names.ts";
import { DOUBTFUL } from "../../../../api/imports/reading.ts";
import { recogniseCatalogue } from "../../../../api/imports/recognition/recognise-catalogue.ts";
import { outlineOf } from "./flattened-texts.ts";

const joined = (text: string) => joinTornSyllables(outlineOf(text).lines)?.lines.map((line) => line.text);

const TORN = `Phòng Kinh tế ch ịu trách nhi ệm về trang thông tin đi ện t ử của xã.
Các đơn vị gi ải quy ết đơn thư đúng th ời h ạn.`;

describe("words torn by copying", () => {
  it("are made whole in a text that is full of them", () => {
    expect(joined(TORN)).toEqual([
      "Phòng Kinh tế chịu trách nhiệm về trang thông tin điện tử của xã.",
      "Các đơn vị giải quyết đơn thư đúng thời hạn.",
    ]);
  });

  it("are told with the first of them", () => {
    expect(joinTornSyllables(outlineOf(`KẾ HOẠCH\n${TORN}`).lines)).toMatchObject({
      line: 2,
      example: "ch ịu",
    });
  });

  it("stay where they are few, as slips of whoever typed them", () => {
    expect(joined("Phòng Kinh tế ch ịu trách nhiệm ở các ấp, thôn; do ông Tư ủy quyền.")).toBeUndefined();
  });

  it("take no neighbour that is a word by itself", () => {
    const [first] = joined(`Đi ở các ấp, do ấn phẩm lưu ở thư viện, vì ông, thi ảnh đẹp.\n${TORN}`) ?? [];
    expect(first).toBe("Đi ở các ấp, do ấn phẩm lưu ở thư viện, vì ông, thi ảnh đẹp.");
  });

  it("leave what stands behind a broad gap in its place", () => {
    const line = "đi ện t ử           Phòng Kinh tế";
    const [first] = joined(`${line}\n${TORN}`) ?? [];
    expect(first?.startsWith("điện tử ")).toBe(true);
    expect(first?.indexOf("Phòng")).toBe(line.indexOf("Phòng"));
  });

  it("never lose a letter", () => {
    const words = fc.constantFrom("đi", "ện", "t", "ử", "ch", "ịu", "ấp", "  ", "TH", "ở", ";", "–");
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        const text = `${parts.join(" ")}\n${TORN}`;
        expect((joined(text) ?? []).join("").replaceAll(" ", "")).toBe(text.replace(/[ \n]/g, ""));
      }),
    );
  });
});

describe("a document with torn words", () => {
  const document = (task: string) => `KẾ HOẠCH
Công tác dân vận năm 2031 c ủa xã Tân Phong, th ực hi ện ch ỉ đạo c ủa t ỉnh
STT Nội dung công việc Cơ quan chủ trì Thời hạn
1 ${task}
Phòng Kinh tế Tháng 5/2031
2 Tổng kết phong trào dân vận khéo
Công an xã Tháng 11/2031`;
  const read = (text: string) => recogniseCatalogue(outlineOf(text), NOBODY_KNOWN);

  it("is read whole, told, and every field is shown to a person", () => {
    const { tasks, warnings } = read(document("Mở chuyên mục trên trang thông tin đi ện t ử"));
    expect(warnings.map(({ code, text }) => [code, text])).toContainEqual(["words-torn", "c ủa"]);
    expect(tasks[0]?.title).toBe("Mở chuyên mục trên trang thông tin điện tử");
    expect(tasks.flatMap(({ confidence }) => Object.values(confidence)).every((one) => one < DOUBTFUL)).toBe(
      true,
    );
  });

  it("is told, but its tasks are trusted, where none of them is torn", () => {
    const { tasks, warnings } = read(document("Mở chuyên mục trên trang thông tin điện tử"));
    expect(warnings.map(({ code }) => code)).toContain("words-torn");
    expect(tasks[0]?.confidence.title).toBeGreaterThanOrEqual(DOUBTFUL);
  });
});
