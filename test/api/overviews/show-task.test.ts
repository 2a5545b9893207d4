import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { type ShowTaskInput, showTask, type TaskCard } from "../../../api/overviews/show-task.ts";
import { correctProgressUpdate } from "../../../api/progress/correct-progress-update.ts";
import { settleClaim } from "../../../api/progress/settle-claim.ts";
import { withdrawProgressUpdate } from "../../../api/progress/withdraw-progress-update.ts";
import { renderText } from "../../../bot/messages/render-text.ts";
import { taskCard } from "../../../bot/messages/task-card.ts";
import { translatorFor } from "../../../locales/translate.ts";
import { freshDatabase } from "../../support/database.ts";
import { haiAn, MONDAY, type Office, type Person, refusalOf, SERVICE_CENTRE } from "../../support/office.ts";
import { arrange, ECONOMY, FRONT, note, taskIdOf } from "../progress/progress-story.ts";

let office: Office;
beforeEach(async () => {
  office = await haiAn(await freshDatabase());
});

const run = (who: Person | "operator", input: ShowTaskInput) =>
  office.at(MONDAY).as(who).run(showTask, input);
const card = async (who: Person, number: string): Promise<TaskCard> => {
  const found = await run(who, { number });
  if (!found.ok || found.value.kind !== "one") throw new Error(`no single ${number}`);
  return found.value.card;
};
const words = async (who: Person, number: string) =>
  (await card(who, number)).history.map(({ text }) => text).sort();
const head = () => office.as("head");
const centre = () => office.as("head", SERVICE_CENTRE);

describe("one task", () => {
  it("with document, units, time frame as written, status", async () => {
    expect(await card(head(), "2.4")).toMatchObject({
      number: "2.4",
      title: "Ban hành kế hoạch “Chính quyền thân thiện”",
      document: { kind: "decision", number: "673/QĐ-UBND" },
      leads: ["Phòng Văn hóa - Xã hội"],
      timeFrame: "Quý I/2026",
      dueOn: "2026-03-31",
      closed: false,
      withdrawn: false,
      isHeading: false,
      own: { role: "lead", status: { class: "open_overdue" }, acknowledged: false, claim: null },
      parts: null,
      history: [],
    });
  });

  it("by its number, however it is spelled, or by its id", async () => {
    expect((await card(head(), "3.5.A")).number).toBe("3.5.a");
    const taskId = await taskIdOf(office, "2.4");
    expect(await run(head(), { taskId })).toMatchObject({ value: { card: { number: "2.4" } } });
    expect(refusalOf(await run(head(), { number: "9.9" }))).toBe("task_not_found");
    expect(refusalOf(await run(head(), { taskId: crypto.randomUUID() }))).toBe("task_not_found");
    expect(refusalOf(await run(head(), { number: "" }))).toBe("request_invalid");
    expect(refusalOf(await run("operator", { number: "2.4" }))).toBe("not_allowed");
  });

  it("of a group's lead with n/m and the groups nobody has confirmed", async () => {
    const claim = await note(office, centre(), "1.1", "đã hoàn thành");
    await office
      .at(MONDAY)
      .as(office.as("leader"))
      .do(settleClaim, { claimId: claim.claim?.id ?? "", decision: "confirm" });
    expect(await card(head(), "1.1")).toMatchObject({ parts: { done: 1, all: 6 }, own: { role: "lead" } });
    const unknown = await card(head(), "4.9");
    expect(unknown.undetermined.length).toBeGreaterThan(0);
    expect(unknown).toMatchObject({ leads: [], own: { role: "undetermined" } });
    expect(await card(office.as("leader"), "4.9")).toMatchObject({ own: null });
  });

  it("a note is an acknowledgement; a claim is shown with its reason when it was returned", async () => {
    const claim = await note(office, head(), "2.4", "đã hoàn thành ngày 20/3");
    expect(await card(head(), "2.4")).toMatchObject({
      own: { acknowledged: true, claim: { state: "waiting" } },
    });
    await office
      .at(MONDAY)
      .as(office.as("leader"))
      .do(settleClaim, { claimId: claim.claim?.id ?? "", decision: "return", reason: "thiếu văn bản" });
    expect(await card(head(), "2.4")).toMatchObject({
      own: {
        claim: { state: "returned", reason: "thiếu văn bản" },
        status: { class: "open_overdue", overlays: ["returned"] },
      },
    });
  });

  it("withdrawn and past ones are shown as such", async () => {
    await arrange(office, sql`update task set withdrawn_at = now() where number = '2.3'`);
    expect(await card(head(), "2.3")).toMatchObject({ withdrawn: true });
    const later = await office.at("2027-01-05T08:00:00+07:00").as(head()).do(showTask, { number: "2.4" });
    expect(later).toMatchObject({ kind: "one", card: { closed: true } });
  });
});

describe("the card as it reads", () => {
  const shown = async (who: Person, number: string) => {
    const message = taskCard(await card(who, number));
    return { text: renderText(message, translatorFor("vi"), { buttons: true }).text, message };
  };

  it("offers a note to those who may write one, and to nobody else", async () => {
    const mine = await shown(head(), "2.4");
    expect(mine.message.choices).toBeDefined();
    expect(mine.text).toContain("Để ghi tiến độ");
    const consolidator = await shown(office.as("consolidator"), "2.4");
    expect(consolidator.message.choices).toBeUndefined();
    expect(consolidator.text).not.toContain("Để ghi tiến độ");
    expect(await card(office.as("consolidator"), "2.4")).toMatchObject({
      mayNote: false,
      own: { role: "lead" },
    });
  });

  it("a coordinating or invited unit is never marked late", async () => {
    expect((await shown(head(), "2.4")).text).toContain("Đơn vị đồng chí chủ trì · đang thực hiện quá hạn");
    for (const who of [centre(), await office.link("focal", FRONT)]) {
      const { text } = await shown(who, "2.4");
      expect(text).toContain("Đơn vị đồng chí phối hợp");
      expect(text).not.toMatch(/quá|Ngày cuối/iu);
    }
  });

  it("a heading lists its sub-items and lacks no lead", async () => {
    const { text, message } = await shown(head(), "3.5");
    expect((await card(head(), "3.5")).children.map(({ number }) => number)).toEqual([
      "3.5.a",
      "3.5.b",
      "3.5.c",
      "3.5.d",
    ]);
    expect(text).toContain("Gồm 4 mục con:");
    expect(text).not.toMatch(/chưa có đơn vị|Chưa có ghi nhận/);
    expect(message.choices).toBeUndefined();
    await arrange(office, sql`update document set restricted = true`);
    const titles = (await card(head(), "3.5")).children.map(({ title }) => title);
    expect(new Set(titles)).toEqual(new Set(["673/QĐ-UBND"]));
  });
});

describe("who sees what of a shared task", () => {
  beforeEach(async () => {
    const economy = await office.link("head", ECONOMY);
    const front = await office.link("focal", FRONT);
    await note(office, head(), "2.4", "chủ trì ghi");
    await note(office, centre(), "2.4", "trung tâm ghi");
    await note(office, economy, "2.4", "kinh tế ghi");
    await note(office, front, "2.4", "mặt trận ghi");
  });

  it("the lead sees every coordinator's notes", async () => {
    expect(await words(head(), "2.4")).toHaveLength(4);
  });
  it("a coordinator sees the lead's and its own", async () => {
    expect(await words(centre(), "2.4")).toEqual(["chủ trì ghi", "trung tâm ghi"]);
  });
  it("an invited body likewise", async () => {
    expect(await words(office.as("focal", FRONT), "2.4")).toEqual(["chủ trì ghi", "mặt trận ghi"]);
  });
  it("consolidator, leader and administrator see all", async () => {
    for (const role of ["consolidator", "leader", "admin"] as const)
      expect(await words(office.as(role), "2.4")).toHaveLength(4);
  });
  it("a unit without a part sees none", async () => {
    await note(office, head(), "3.5.b", "riêng");
    const shown = await card(centre(), "3.5.b");
    expect(shown).toMatchObject({ own: null, history: [] });
  });
});

describe("who sees what of a group's task", () => {
  it("each unit its own part, whoever else wrote how much", async () => {
    await note(office, centre(), "1.1", "phần của trung tâm", { at: "2026-09-07T07:10:00+07:00" });
    for (let count = 0; count < 31; count += 1)
      await note(office, head(), "1.1", `lần ${count}`, { at: "2026-09-07T09:00:00+07:00" });
    expect(await words(centre(), "1.1")).toEqual(["phần của trung tâm"]);
    expect(await words(head(), "1.1")).toHaveLength(30);
    expect(await words(office.as("leader"), "1.1")).not.toContain("phần của trung tâm");
  });
});

describe("words that were taken back", () => {
  beforeEach(async () => {
    const first = await note(office, head(), "2.4", "nói nhầm");
    await office.at(MONDAY).as(head()).do(withdrawProgressUpdate, { noteId: first.noteId });
    const second = await note(office, head(), "2.4", "bản cũ");
    await office
      .at(MONDAY)
      .as(head())
      .do(correctProgressUpdate, { noteId: second.noteId, text: "bản mới", messageKey: null });
  });

  it("are seen by their unit and by those who see all, marked", async () => {
    for (const who of [head(), office.as("deputy"), office.as("consolidator"), office.as("leader")]) {
      const { history } = await card(who, "2.4");
      expect(history.map(({ text, mark }) => `${text}: ${mark}`).sort()).toEqual([
        "bản cũ: replaced",
        "bản mới: standing",
        "nói nhầm: withdrawn",
      ]);
    }
  });
  it("and by nobody else", async () => {
    expect(await words(centre(), "2.4")).toEqual(["bản mới"]);
  });
});

describe("the same number in two catalogues", () => {
  it("is asked about; a past one gives way to the one in force", async () => {
    await arrange(
      office,
      sql`
      with d as (
        insert into document
        select (jsonb_populate_record(null::document, to_jsonb(x) || jsonb_build_object(
                 'id', gen_random_uuid(), 'number', '9/KH-UBND', 'title', 'Kế hoạch khác'))).*
          from document x returning *),
      c as (
        insert into catalogue
        select (jsonb_populate_record(null::catalogue, to_jsonb(x) || jsonb_build_object(
                 'id', gen_random_uuid(), 'document_id', d.id))).*
          from catalogue x, d returning *),
      s as (
        insert into section
        select (jsonb_populate_record(null::section, to_jsonb(x) || jsonb_build_object(
                 'id', gen_random_uuid(), 'catalogue_id', c.id))).*
          from (select * from section limit 1) x, c returning *)
      insert into task
      select (jsonb_populate_record(null::task, to_jsonb(x) || jsonb_build_object(
               'id', gen_random_uuid(), 'catalogue_id', c.id, 'section_id', s.id))).*
        from (select * from task where number = '2.4') x, c, s`,
    );
    const found = await run(head(), { number: "2.4" });
    expect(found).toMatchObject({ value: { kind: "several" } });
    if (!found.ok || found.value.kind !== "several") throw new Error("not several");
    expect(found.value.candidates.map(({ document }) => document).sort()).toEqual([
      "673/QĐ-UBND",
      "9/KH-UBND",
    ]);
    await arrange(
      office,
      sql`update catalogue set scope_start_on = '2025-01-01', scope_end_on = '2025-12-31' where document_id = (select id from document where number = '9/KH-UBND')`,
    );
    expect((await card(head(), "2.4")).document.number).toBe("673/QĐ-UBND");
  });
});

describe("a restricted document", () => {
  it("shows its number and no words of its own", async () => {
    await arrange(office, sql`update document set restricted = true, title = 'Tên mật'`);
    await arrange(office, sql`update task set wording = 'Lời văn mật'`);
    await arrange(office, sql`update section set title = 'Mục mật'`);
    const shown = await card(head(), "2.4");
    expect(shown).toMatchObject({
      title: "673/QĐ-UBND",
      wording: null,
      targets: [],
      document: { number: "673/QĐ-UBND" },
    });
    expect(JSON.stringify(shown)).not.toMatch(/mật|Chính quyền thân thiện/);
    await arrange(office, sql`update document set number = null`);
    const unnumbered = await card(head(), "2.4");
    expect(JSON.stringify(unnumbered)).not.toMatch(/mật|Chính quyền thân thiện/);
    const text = renderText(taskCard(unnumbered), translatorFor("vi"), { buttons: false }).text;
    expect(text).not.toMatch(/mật|thân thiện/);
  });
});
