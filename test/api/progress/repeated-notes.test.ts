import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { findChatMember } from "../../../api/members/find-chat-member.ts";
import { openWork } from "../../../api/organizations/open-work.ts";
import { correctProgressUpdate } from "../../../api/progress/correct-progress-update.ts";
import { EVIDENCE_WORDS } from "../../../api/progress/note.ts";
import { settleClaim } from "../../../api/progress/settle-claim.ts";
import { submitProgressUpdate } from "../../../api/progress/submit-progress-update.ts";
import { withdrawProgressUpdate } from "../../../api/progress/withdraw-progress-update.ts";
import { rows } from "../../../db/queries/rows.ts";
import { tenantScope } from "../../../db/scope.ts";
import { freshDatabase } from "../../support/database.ts";
import { ACCOUNT, granted, haiAn, MONDAY, type Office } from "../../support/office.ts";
import { linkSecond } from "../../support/second-chat.ts";
import { claimsOf, counted, note, taskIdOf } from "./progress-story.ts";

let office: Office;
beforeEach(async () => {
  office = await haiAn(await freshDatabase());
});
const head = () => office.as("head");
const LATER = "2026-09-07T09:30:00+07:00";

const file = (name: string, letter: string) => ({
  sha256: letter.repeat(64),
  kind: "image/jpeg",
  size: 9,
  name,
});
const send = async (
  number: string,
  text: string,
  files: readonly ReturnType<typeof file>[] = [],
  at: string | Date = MONDAY,
) =>
  office
    .at(at)
    .as(head())
    .do(submitProgressUpdate, {
      taskId: await taskIdOf(office, number),
      text,
      messageKey: null,
      files: [...files],
    });
const filesOf = (noteId: string) =>
  office.read((tx) =>
    rows<{ name: string }>(
      tx,
      sql`select name from attachment where progress_update_id = ${noteId}::uuid order by name`,
    ),
  );

describe("the same words, said again the same day", () => {
  test("are not recorded again: neither the note, nor its claim, nor a word to those who confirm", async () => {
    const first = await note(office, head(), "2.4", "đã hoàn thành ngày 20/3");
    const before = await counted(office);
    const again = await note(office, head(), "2.4", "  Da hoan thanh ngay 20/3 ", { at: LATER });
    expect(again).toEqual({ ...first, standsSince: "07:00" });
    expect(await counted(office)).toEqual(before);
  });

  test("“không phát sinh” twice", async () => {
    const first = await note(office, head(), "2.4", "không phát sinh");
    expect(await note(office, head(), "2.4", "Không phát sinh", { at: LATER })).toMatchObject({
      noteId: first.noteId,
      standsSince: "07:00",
    });
  });

  test("on another task, on another day, by somebody else of the unit: a note of its own", async () => {
    await note(office, head(), "2.4", "đang lấy ý kiến");
    expect((await note(office, head(), "2.3", "đang lấy ý kiến")).standsSince).toBeNull();
    expect((await note(office, office.as("deputy"), "2.4", "đang lấy ý kiến")).standsSince).toBeNull();
    const tomorrow = { at: "2026-09-08T07:00:00+07:00" };
    expect((await note(office, head(), "2.4", "đang lấy ý kiến", tomorrow)).standsSince).toBeNull();
    expect((await counted(office))?.notes).toBe(4);
  });

  test("midnight is the office's, not the server's", async () => {
    await note(office, head(), "2.4", "đang lấy ý kiến", { at: "2026-09-07T23:30:00+07:00" });
    const after = await note(office, head(), "2.4", "đang lấy ý kiến", { at: "2026-09-08T00:10:00+07:00" });
    expect(after.standsSince).toBeNull();
    const noon = await note(office, head(), "2.4", "đang lấy ý kiến", { at: "2026-09-08T12:00:00+07:00" });
    expect(noon.standsSince).toBe("00:10");
  });

  test("after a withdrawal, a correction or a returned claim they are said anew", async () => {
    const one = await note(office, head(), "2.4", "đang lấy ý kiến");
    await office.at(MONDAY).as(head()).do(withdrawProgressUpdate, { noteId: one.noteId });
    const two = await note(office, head(), "2.4", "đang lấy ý kiến", { at: LATER });
    expect(two.standsSince).toBeNull();
    const words = { noteId: two.noteId, text: "đang trình ký", messageKey: null };
    await office.at(LATER).as(head()).do(correctProgressUpdate, words);
    expect((await note(office, head(), "2.4", "đang lấy ý kiến", { at: LATER })).standsSince).toBeNull();
    // The corrected words stand now, and repeating them is no news.
    expect((await note(office, head(), "2.4", "đang trình ký", { at: LATER })).standsSince).toBe("09:30");

    const claimed = await note(office, head(), "2.3", "đã hoàn thành");
    const decision = {
      claimId: claimed.claim?.id ?? "",
      decision: "return",
      reason: "thiếu số liệu",
    } as const;
    await office.at(LATER).as(office.as("leader")).do(settleClaim, decision);
    const anew = await note(office, head(), "2.3", "đã hoàn thành", { at: LATER });
    expect(anew).toMatchObject({ standsSince: null, claim: { confirmedBy: "leader" } });
    expect((await claimsOf(office, "2.3")).map(({ state }) => state)).toEqual(["returned", "waiting"]);
  });

  test("working, done, working again: the last word counts, and takes the claim back", async () => {
    await note(office, head(), "2.4", "đang làm");
    await note(office, head(), "2.4", "đã hoàn thành");
    expect((await note(office, head(), "2.4", "đang làm", { at: LATER })).standsSince).toBeNull();
    expect((await claimsOf(office, "2.4")).map(({ state }) => state)).toEqual(["withdrawn"]);
    expect((await note(office, head(), "2.4", "đã hoàn thành", { at: LATER })).claim).not.toBeNull();
  });

  test("an overdue claim without a day is asked about again", async () => {
    const first = await note(office, head(), "2.4", "đã hoàn thành");
    expect(first.claim?.asksForDate).toBe(true);
    const again = await note(office, head(), "2.4", "đã hoàn thành", { at: LATER });
    expect(again.claim).toEqual(first.claim);
  });
});

describe("files", () => {
  test("a file that comes with the same words goes to the note that stands, once", async () => {
    const first = await send("2.4", "ảnh hội nghị", [file("một.jpg", "a")]);
    const again = await send("2.4", "Ảnh hội nghị", [file("một.jpg", "a"), file("hai.jpg", "b")], LATER);
    expect(again).toMatchObject({ noteId: first.noteId, standsSince: "07:00", files: ["hai.jpg"] });
    const third = await send("2.4", "ảnh hội nghị", [file("hai.jpg", "b")], LATER);
    expect(third).toMatchObject({ noteId: first.noteId, files: [] });
    expect(await filesOf(first.noteId)).toEqual([{ name: "hai.jpg" }, { name: "một.jpg" }]);
    const audits = await office.read((tx) =>
      rows<{ action: string; files: unknown }>(
        tx,
        sql`select action, details -> 'files' as files from audit_entry
             where subject_id = ${first.noteId}::uuid order by at`,
      ),
    );
    expect(audits).toEqual([
      { action: "note-submitted", files: ["a".repeat(64)] },
      { action: "evidence-added", files: ["b".repeat(64)] },
    ]);
  });

  test("what was decided on stays as it was: evidence after that is a note of its own", async () => {
    const first = await note(office, head(), "2.4", "đã hoàn thành");
    await office
      .at(MONDAY)
      .as(office.as("leader"))
      .do(settleClaim, { claimId: first.claim?.id ?? "", decision: "confirm" });
    expect(await send("2.4", "đã hoàn thành", [], LATER)).toMatchObject({ noteId: first.noteId });
    const late = await send("2.4", "đã hoàn thành", [file("một.jpg", "a")], LATER);
    expect(late).toMatchObject({ standsSince: null, files: ["một.jpg"], claim: null });
    expect(await filesOf(first.noteId)).toEqual([]);
  });

  test("files without words share one note of the day, which claims nothing, whatever the files are called", async () => {
    const first = await send("2.4", "", [file("bao cao hoan thanh 100%.pdf", "a")]);
    expect(first).toMatchObject({
      files: ["bao cao hoan thanh 100%.pdf"],
      standsSince: null,
      claim: null,
      understood: { text: EVIDENCE_WORDS, state: null, percent: null, documentReference: null },
    });
    const second = await send("2.4", " \u200b ", [file("IMG_2.jpg", "b")], LATER);
    expect(second).toMatchObject({ noteId: first.noteId, files: ["IMG_2.jpg"] });
    expect(await filesOf(first.noteId)).toHaveLength(2);
  });
});

test("two chats at the very same moment end in one note", async () => {
  const zalo = await linkSecond(office, head(), "zalo");
  const { database, organizationId } = office;
  const taskId = await taskIdOf(office, "2.4");
  const submitIn = async (
    chat: { readonly channel: string; readonly chatKey: string },
    after: () => Promise<void>,
  ) => {
    const found = await database.inBoth((both) =>
      findChatMember(both, { ...chat, account: ACCOUNT }, MONDAY),
    );
    if (found === null) throw new Error("not linked");
    return database.inTenant(tenantScope(organizationId), async (tx) => {
      const work = await openWork(tx, found.actor, MONDAY);
      const recorded = await submitProgressUpdate(work, { taskId, text: "đã hoàn thành", messageKey: null });
      await after();
      return granted(recorded);
    });
  };
  /** On PostgreSQL: until the other one waits for a lock; embedded, one transaction waits for the other anyway. */
  const otherWaits = async (): Promise<boolean> => {
    const found = await database.asOwner((db) =>
      db.execute(sql`select 1 from pg_stat_activity where datname = current_database()
                      and wait_event_type = 'Lock'`),
    );
    return Array.isArray(found) && found.length > 0;
  };
  let written: () => void = () => undefined;
  const firstHasWritten = new Promise<void>((resolve) => {
    written = resolve;
  });
  let otherEnded = false;
  const first = submitIn({ channel: "telegram", chatKey: head().chatKey }, async () => {
    written();
    while (database.engine === "postgres" && !otherEnded && !(await otherWaits()))
      await new Promise((resolve) => setImmediate(resolve));
  });
  await firstHasWritten;
  const other = submitIn(zalo, async () => {
    otherEnded = true;
  });
  const [one, two] = await Promise.all([first, other]);
  expect(two).toMatchObject({ noteId: one.noteId, standsSince: "07:00" });
  expect(one.standsSince).toBeNull();
  expect(await counted(office)).toMatchObject({ notes: 1, claims: 1 });
});
