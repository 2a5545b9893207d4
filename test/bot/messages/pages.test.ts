import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Message } from "../../../api/outbox/message.ts";
import { listDocuments } from "../../../api/overviews/list-documents.ts";
import { listDueDates } from "../../../api/overviews/list-due-dates.ts";
import { listTasks } from "../../../api/overviews/list-tasks.ts";
import { countUnits } from "../../../api/overviews/list-unit-counts.ts";
import { searchTasks } from "../../../api/overviews/search-tasks.ts";
import { showTask } from "../../../api/overviews/show-task.ts";
import { TASK_FILTERS } from "../../../api/overviews/task-list.ts";
import { listClaims } from "../../../api/progress/list-claims.ts";
import { REFUSALS } from "../../../api/shared/refusals.ts";
import { cardQuestion } from "../../../bot/messages/card-question.ts";
import { claimCard, claimsLeft } from "../../../bot/messages/claim-card.ts";
import { documentList } from "../../../bot/messages/document-list.ts";
import { dueDateList } from "../../../bot/messages/due-date-list.ts";
import { excerpt } from "../../../bot/messages/excerpt.ts";
import { helpMessage } from "../../../bot/messages/help.ts";
import { refusalMessage } from "../../../bot/messages/lines.ts";
import { groupOnly, linkGreeting, strangerAnswer } from "../../../bot/messages/linking.ts";
import { noteEcho, notesEcho, withdrawnEcho } from "../../../bot/messages/note-echo.ts";
import { officeCounts } from "../../../bot/messages/office-counts.ts";
import { renderText } from "../../../bot/messages/render-text.ts";
import { searchResult } from "../../../bot/messages/search-result.ts";
import { severalTasks } from "../../../bot/messages/several-tasks.ts";
import { splitText } from "../../../bot/messages/split-text.ts";
import { taskCard } from "../../../bot/messages/task-card.ts";
import { pagesOf, taskListPage } from "../../../bot/messages/task-list.ts";
import { rows } from "../../../db/queries/rows.ts";
import { selectUnits } from "../../../db/queries/unit-queries.ts";
import { translatorFor } from "../../../locales/translate.ts";
import { note } from "../../api/progress/progress-story.ts";
import { freshDatabase } from "../../support/database.ts";
import { granted, haiAn, MONDAY, sampleOffice } from "../../support/office.ts";
import { contextOf } from "../../support/talk-context.ts";

const PAGE = 2_000;

/** The texts of a message in both languages, with its choices as buttons and as a numbered list. */
const textsOf = (message: Message): string[] =>
  (["vi", "en"] as const).flatMap((locale) => {
    const translate = translatorFor(locale);
    const { text, buttons } = renderText(message, translate, { buttons: true });
    const labels = buttons.flat().map(({ label }) => label);
    return [[text, ...labels].join("\n"), renderText(message, translate, { buttons: false }).text];
  });

/** With buttons the text alone counts; without, what stands in for them too. */
const lengthsOf = (message: Message): number[] =>
  (["vi", "en"] as const).flatMap((locale) =>
    [true, false].map((buttons) => renderText(message, translatorFor(locale), { buttons }).text.length),
  );

/** As a messenger sends it that takes 2,000 characters: cut at line ends only, never within an entry. */
const splitsWell = (message: Message, name: string): void => {
  for (const locale of ["vi", "en"] as const) {
    const { text, joints } = renderText(message, translatorFor(locale), { buttons: false });
    let end = 0;
    for (const part of splitText(text, PAGE, joints).slice(0, -1)) {
      end += part.length;
      expect(part.endsWith("\n"), name).toBe(true);
      expect(joints, name).not.toContain(end - 1);
    }
  }
};

const readable = (message: Message, name: string): void => {
  for (const text of textsOf(message)) {
    expect(text.trim(), name).not.toBe("");
    expect(text, name).not.toMatch(/undefined|null|\[object|NaN|\{ ?\$/);
  }
  splitsWell(message, name);
};
const fits = (message: Message, name: string): void => {
  readable(message, name);
  for (const length of lengthsOf(message)) expect(length, name).toBeLessThanOrEqual(PAGE);
};

const SAMPLES = [
  ["hai-an", "2026-09-07T07:00:00+07:00"],
  ["le-chan", "2026-09-07T07:00:00+07:00"],
  ["le-chan-2025", "2025-09-08T07:00:00+07:00"],
  ["kim-thanh", "2025-09-08T07:00:00+07:00"],
  ["lam-ha", "2024-06-03T07:00:00+07:00"],
] as const;

describe.each(SAMPLES)("%s on a day in scope", (code, at) => {
  it("every page of every unit's list, every card, the counts: within 2,000 characters in both languages", async () => {
    const office = await sampleOffice(await freshDatabase(), code, new Date(at));
    const leader = await office.link("leader", null, "Vũ Thị Giang", new Date(at));
    let [pages, cards] = [0, 0];
    await office
      .at(at)
      .as(leader)
      .work(async (work) => {
        const counts = granted(await countUnits(work, {}));
        expect(counts.inForce).toBeGreaterThan(0);
        fits(officeCounts(counts), "counts");
        for (const unit of await selectUnits(work.tx))
          for (const filter of TASK_FILTERS) {
            const list = granted(
              await listTasks(work, { filter, keyword: null, unitId: unit.id, unitName: null }),
            );
            for (let page = 1; page <= pagesOf(list); page += 1)
              for (const overseer of filter === "all" ? [true, false] : [false]) {
                fits(taskListPage(list, page, overseer), `${unit.name}, ${filter}, page ${page}`);
                pages += 1;
              }
          }
        for (const { id, number } of await rows<{ id: string; number: string }>(
          work.tx,
          sql`select id, number from task`,
        )) {
          const found = granted(await showTask(work, { taskId: id }));
          if (found.kind === "one") fits(taskCard(found.card), `card ${number}`);
          cards += 1;
        }
        fits(dueDateList(granted(await listDueDates(work, {}))), "due dates");
        fits(documentList(granted(await listDocuments(work, {}))), "documents");
        fits(searchResult(granted(await searchTasks(work, { query: "dan van" }))), "search");
      });
    expect(pages).toBeGreaterThan(0);
    expect(cards).toBeGreaterThan(10);
  });
});

describe("with long titles and long notes", () => {
  it("pages and cards of a head still fit, and the actions are offered", async () => {
    const office = await haiAn(await freshDatabase());
    await office.database.asOwner((db) =>
      db.execute(sql`
      update task set short_title = repeat('Nghiêm ', 11) || 'ok', wording = repeat('lời văn của văn bản ', 400)`),
    );
    const head = office.as("head");
    for (const number of ["1.2", "3.5.a", "2.4", "4.7", "1.1", "2.3", "3.5.b"])
      for (let count = 0; count < 3; count += 1)
        await note(office, head, number, `đang làm ${"việc nhiều lắm ".repeat(60)}`);
    await office
      .at(MONDAY)
      .as(head)
      .work(async (work) => {
        for (const filter of TASK_FILTERS) {
          const list = granted(
            await listTasks(work, { filter, keyword: null, unitId: null, unitName: null }),
          );
          for (let page = 1; page <= pagesOf(list); page += 1)
            fits(taskListPage(list, page, false), `${filter} ${page}`);
        }
        const found = granted(await showTask(work, { number: "1.2" }));
        if (found.kind !== "one") throw new Error("not one");
        expect(taskCard(found.card).choices).toBeDefined();
        fits(taskCard(found.card), "card");
      });
  });
});

describe("every message is readable in both languages", () => {
  it("echoes, claims and what was taken back", async () => {
    const office = await haiAn(await freshDatabase());
    const head = office.as("head");
    const recorded = [
      await note(office, head, "2.4", "da ban hanh ke hoach so 12/KH-UBND ngay 20/3, dat 100%"),
      await note(office, head, "3.5.a", "đã hoàn thành"),
      await note(office, head, "2.3", "đạt 45/60 hộ, vướng mắc: thiếu kinh phí"),
      await note(office, head, "4.8", "không phát sinh"),
      await note(office, head, "4.1", "giữ nguyên"),
      await note(office, head, "5.1", "chưa triển khai"),
      await note(office, head, "1.1", "😀"),
    ];
    for (const one of recorded) {
      fits(noteEcho(one), one.task.number);
      readable(noteEcho({ ...one, corrected: true, files: ["anh.png", "kế hoạch.pdf"] }), one.task.number);
    }
    readable(
      notesEcho(
        recorded,
        refusalMessage({ code: "task_not_found", args: { number: "9.9" } }).paragraphs.flat(),
      ),
      "several",
    );
    const many = Array.from({ length: 40 }, () => recorded)
      .flat()
      .slice(0, 40);
    expect(lengthsOf(notesEcho(many, []))[1]).toBeGreaterThan(PAGE);
    readable(notesEcho(many, []), "forty at once");
    readable(
      withdrawnEcho({
        noteId: recorded[0]?.noteId ?? "",
        task: recorded[0]?.task ?? { id: "", number: "", title: "" },
        text: "x",
      }),
      "withdrawn",
    );
    const claims = await office.at(MONDAY).as(office.as("leader")).do(listClaims, { claimId: null });
    expect(claims.length).toBeGreaterThan(1);
    for (const claim of claims) fits(claimCard({ ...claim, files: 1 }, claimsLeft(2)), claim.task.number);
  });

  it("help, greetings, questions", () => {
    for (const role of ["head", "deputy", "focal", "consolidator", "leader", "admin"] as const)
      for (const because of ["help", "welcome", "not-understood"] as const)
        fits(helpMessage(contextOf(role), because), role);
    const without = contextOf("head");
    fits(
      helpMessage({ ...without, actor: { ...without.actor, current: null, appointments: [] } }, "help"),
      "no post",
    );
    for (const [name, message] of Object.entries({
      stranger: strangerAnswer(),
      group: groupOnly(),
      question: cardQuestion("2.4"),
      several: severalTasks([{ taskId: "0190a000-0000-7000-8000-000000000001", title: "a", document: "b" }]),
      nothing: searchResult({ query: "x".repeat(200), tasks: [] }),
      noDocuments: documentList([]),
    }))
      fits(message, name);
    for (const greeting of linkGreeting({ ok: false, refusal: { code: "invitation_unknown", args: {} } }))
      fits(greeting, "code");
  });

  it("every refusal", () => {
    const args = {
      number: "2.4",
      max: 3,
      minutes: 15,
      candidates: "A; B",
      name: "x",
      unit: "x",
      place: "x",
      at: "x",
      count: 3,
      text: "x",
      words: "x",
      path: "x",
      problem: "x",
      scope: "read",
      most: 20,
      first: "2026-01-01",
      last: "2026-12-31",
    };
    for (const code of Object.keys(REFUSALS) as (keyof typeof REFUSALS)[])
      readable(refusalMessage({ code, args }), code);
  });
});

describe("an excerpt", () => {
  const letters = (text: string) => [...new Intl.Segmenter("vi").segment(text)].map(({ segment }) => segment);
  const pieces = fc.constantFrom(
    "a",
    "ệ",
    "e\u0323\u0302",
    "👩‍👩‍👧",
    "🇻🇳",
    "\n",
    " ",
    "\u202E",
    "đơn vị ",
    "\u0301",
    "😀",
  );
  const texts = fc.array(pieces, { maxLength: 80 }).map((parts) => parts.join(""));

  it("is never longer than asked and never splits a letter", () => {
    fc.assert(
      fc.property(
        fc.oneof(texts, fc.string({ unit: "binary", maxLength: 200 })),
        fc.integer({ min: 1, max: 60 }),
        (text, length) => {
          const short = excerpt(text, length);
          const line = text.replaceAll(/\s+/gu, " ").trim();
          expect(letters(short).length).toBeLessThanOrEqual(length);
          expect(short.length).toBeLessThanOrEqual(length * 4 + 1);
          if (short === line) return;
          const kept = letters(short.slice(0, -1));
          expect(short.endsWith("…")).toBe(true);
          expect(letters(line).slice(0, kept.length)).toEqual(kept);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it("of a short text is the text on one line", () => {
    expect(excerpt(" a\n b ", 10)).toBe("a b");
    expect(excerpt("abcdef", 6)).toBe("abcdef");
    expect(excerpt("abcdefg", 6)).toBe("abcde…");
    expect(excerpt(`a${"\u0301".repeat(500)}`, 10)).toBe("…");
  });
});
