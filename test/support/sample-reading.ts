import { type Reading, readingSchema } from "../../api/imports/reading.ts";

type Task = Reading["tasks"][number];

const NO_FRAME: Task["time_frame"] = {
  text: null,
  kind: "none",
  date: null,
  exclusive: null,
  start_on: null,
  end_on: null,
  due_on: null,
  recurs: "none",
};

const SURE: Task["confidence"] = {
  number: 0.98,
  title: 0.98,
  lead_units: 0.98,
  coordinating_units: 0.98,
  time_frame: 0.98,
  targets: 0.98,
};

/** One task of an invented plan, as the reader gives it. */
export const readTask = (number: string, title: string, own: Partial<Task> = {}): Task => ({
  number,
  number_in_document: number,
  section: "1",
  parent: null,
  title,
  is_heading_task: false,
  lead_text: "Phòng Văn hóa - Xã hội",
  lead_units: ["Phòng Văn hóa - Xã hội"],
  coordinating_text: null,
  coordinating_units: [],
  time_frame: NO_FRAME,
  targets: [],
  source_lines: [2, 2],
  confidence: SURE,
  spans: { title: [2, 2], lead_units: [3, 3] },
  ...own,
});

const department = (name: string, aliases: readonly string[] = []): Reading["units"][number] => ({
  name,
  short: null,
  kind: "department",
  aliases: [...aliases],
  is_group: false,
  group_of: null,
});

/** The plan of an invented commune for 2026, read without a doubt: two tasks, one round. */
export const sampleReading = (change: (reading: Reading) => Partial<Reading> = () => ({})): Reading => {
  const reading: Reading = {
    document: {
      kind: "ke_hoach",
      number: "15/KH-UBND",
      issued_on: "2026-01-20" as Reading["document"]["issued_on"],
      issuer: "Ủy ban nhân dân xã Sông Cầu",
      title: "Thực hiện công tác dân vận năm 2026",
      heading: "KẾ HOẠCH",
      appendix_title: null,
      parent_documents: [],
      basis_documents: [],
      scope_years: [2026],
      scope_period: {
        start_on: "2026-01-01",
        end_on: "2026-12-31",
        text: "năm 2026",
      } as Reading["document"]["scope_period"],
      signer_position: null,
      proposed_by: null,
      confidence: {
        number: 0.98,
        issued_on: 0.98,
        issuer: 0.98,
        title: 0.98,
        kind: 0.98,
        scope_period: 0.95,
      },
      spans: {},
    },
    units: [department("Phòng Văn hóa - Xã hội", ["Phòng VHXH"]), department("Phòng Kinh tế")],
    composites: {},
    sections: [{ number: "1", number_in_document: "1", title: "TUYÊN TRUYỀN", source_lines: [1, 1] }],
    tasks: [
      readTask("1.1", "Tổ chức hội nghị đối thoại giữa Chủ tịch Ủy ban nhân dân xã với Nhân dân."),
      readTask("1.2", "Rà soát thủ tục hành chính thuộc thẩm quyền giải quyết của xã.", {
        lead_units: ["Phòng Kinh tế"],
      }),
    ],
    report_rounds: [
      {
        label: "lần 1",
        before: "2026-06-15" as Reading["report_rounds"][number]["before"],
        recurs: "none",
        from: null,
        to_unit: null,
        via_unit: "Phòng Văn hóa - Xã hội",
        text: "lần 1 trước ngày 15/6/2026",
        confidence: 0.95,
        source_lines: [5, 5],
      },
    ],
    report_text: null,
    ad_hoc_reports: false,
    consolidating_unit: "Phòng Văn hóa - Xã hội",
    adjustment_route: null,
    difficulty_route: null,
    other_duties: [],
    warnings: [],
  };
  return readingSchema.parse({ ...reading, ...change(reading) });
};
