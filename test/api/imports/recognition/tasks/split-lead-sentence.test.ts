import { describe, expect, it } from "vitest";
import { splitLeadSentence } from "../../../../../api/imports/recognition/tasks/split-lead-sentence.ts";

describe("one cell for those who lead and those who coordinate", () => {
  it.each([
    [["Phòng Kinh tế chủ trì, phối hợp với Công an xã"], "Phòng Kinh tế", "Công an xã"],
    [["- Chủ trì: Văn phòng", "- Phối hợp: Hội Nông dân, các thôn"], "Văn phòng", "Hội Nông dân, các thôn"],
    [["Cơ quan chủ trì: Trạm Y tế; cơ quan phối hợp: các trường học"], "Trạm Y tế", "các trường học"],
    [
      ["Phòng Văn hóa - Xã hội; đề nghị Ủy ban MTTQ phối hợp thực hiện"],
      "Phòng Văn hóa - Xã hội",
      "Ủy ban MTTQ",
    ],
    [["Ban Chỉ huy Quân sự xã (phối hợp: Công an xã)"], "Ban Chỉ huy Quân sự xã", "Công an xã)"],
  ])("%j", (paragraphs, lead, coordinating) => {
    const split = splitLeadSentence(paragraphs);
    expect(split?.lead).toBe(lead);
    expect(split?.coordinating.replace(/\)$/, "")).toBe(coordinating.replace(/\)$/, ""));
  });

  it.each([[["Phòng Kinh tế"]], [["Các phòng, đơn vị trực thuộc"]], [["Văn phòng HĐND và UBND chủ trì"]]])(
    "%j names no one who coordinates",
    (paragraphs) => {
      expect(splitLeadSentence(paragraphs)).toBeNull();
    },
  );
});
