import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { correctMessage } from "../../../api/progress/correct-message.ts";
import { withdrawProgressUpdate } from "../../../api/progress/withdraw-progress-update.ts";
import { rows } from "../../../db/queries/rows.ts";
import { freshDatabase } from "../../support/database.ts";
import { haiAn, MONDAY, type Office, refusalOf } from "../../support/office.ts";
import { counted, note } from "./progress-story.ts";

let office: Office;
beforeEach(async () => {
  office = await haiAn(await freshDatabase());
});

const head = () => office.as("head");
const edit = (text: string, messageKey = "m1") =>
  office.at(MONDAY).as(head()).do(correctMessage, { messageKey, text });
const standing = async () =>
  (
    await office.read((tx) =>
      rows<{ text: string }>(
        tx,
        sql`
    select text from progress_update where replaced_by_id is null and withdrawn_at is null order by text`,
      ),
    )
  ).map(({ text }) => text);

describe("an edited message", () => {
  it("gives its one note the new words, with or without the number", async () => {
    await note(office, head(), "2.3", "đạt 30%", { messageKey: "m1" });
    expect((await edit("2.3 đạt 40%")).corrected).toMatchObject([
      { task: { number: "2.3" }, understood: { percent: 40 } },
    ]);
    expect((await edit("đạt 50%")).corrected).toMatchObject([{ understood: { percent: 50 } }]);
    expect(await standing()).toEqual(["đạt 50%"]);
  });

  it("gives each of several notes its own line; unchanged and left-out ones stand", async () => {
    await note(office, head(), "2.3", "đạt 30%", { messageKey: "m1" });
    await note(office, head(), "3.5.a", "đang làm", { messageKey: "m1" });
    await note(office, head(), "4.8", "không phát sinh", { messageKey: "m1" });
    const { corrected, refused } = await edit("2.3 đạt 30%\n3.5a đã họp");
    expect(corrected.map(({ task }) => task.number)).toEqual(["3.5.a"]);
    expect(refused).toEqual([]);
    expect(await standing()).toEqual(
      ["không phát sinh", "đã họp", "đạt 30%"].sort((a, b) => (a < b ? -1 : 1)),
    );
  });

  it("is parted as it was when it was recorded: two tasks of the unit on one line are two notes", async () => {
    await note(office, head(), "2.3", "đang làm", { messageKey: "m1" });
    await note(office, head(), "4.8", "chưa xong", { messageKey: "m1" });
    const { corrected, unmatched } = await edit("2.3 đạt 40% và 4.8 đang trình ký");
    expect(corrected.map(({ task, understood }) => [task.number, understood.text])).toEqual([
      ["2.3", "đạt 40%"],
      ["4.8", "đang trình ký"],
    ]);
    expect(unmatched).toEqual([]);
    expect((await edit("2.3 đạt 40%, 9.9 đang trình ký", "m1")).corrected).toMatchObject([
      { task: { number: "2.3" }, understood: { text: "đạt 40%, 9.9 đang trình ký" } },
    ]);
  });

  it("that says nothing usable is refused for its note, and the note stands", async () => {
    await note(office, head(), "2.3", "đạt 30%", { messageKey: "m1" });
    const before = await counted(office);
    expect((await edit("2.3 ")).refused).toMatchObject([{ code: "note_empty" }]);
    expect((await edit("2.3 xong ngày 30/2")).refused).toMatchObject([{ code: "date_invalid" }]);
    expect(await counted(office)).toEqual(before);
  });

  it("never gives a note the words of another number: a mended number is a line of its own", async () => {
    await note(office, head(), "2.5", "đang làm 20%", { messageKey: "m1" });
    const { corrected, kept, unmatched } = await edit("2.4 đang lấy ý kiến 70%");
    expect(corrected).toEqual([]);
    expect(kept).toMatchObject([{ number: "2.5" }]);
    expect(unmatched).toEqual([{ number: "2.4", text: "đang lấy ý kiến 70%" }]);
    expect(await standing()).toEqual(["đang làm 20%"]);
  });

  it("finds no note of another message, of another chat, or one that was withdrawn", async () => {
    const { noteId } = await note(office, head(), "2.3", "đạt 30%", { messageKey: "m1" });
    await note(office, office.as("deputy"), "2.5", "đạt 20%", { messageKey: "m2" });
    for (const key of ["m2", "m3"])
      expect(await edit("đạt 90%", key)).toMatchObject({ corrected: [], refused: [], hadNotes: false });
    await office.at(MONDAY).as(head()).do(withdrawProgressUpdate, { noteId });
    expect(await edit("đạt 90%")).toMatchObject({ corrected: [], refused: [], hadNotes: false });
  });

  it("is refused to whoever is no member, and with wrong input", async () => {
    const input = { messageKey: "m1", text: "x" };
    expect(refusalOf(await office.at(MONDAY).as("operator").run(correctMessage, input))).toBe("not_allowed");
    const long = { messageKey: "k".repeat(201), text: "x" };
    expect(refusalOf(await office.at(MONDAY).as(head()).run(correctMessage, long))).toBe("request_invalid");
  });
});
