import { existsSync, readdirSync } from "node:fs";
import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { evidencePath, keepFile } from "../../../api/attachments/keep-file.ts";
import { sweepEvidence } from "../../../api/attachments/sweep-evidence.ts";
import { storeUpdates } from "../../../api/conversations/store-updates.ts";
import { submitProgressUpdate } from "../../../api/progress/submit-progress-update.ts";
import { rows } from "../../../db/queries/rows.ts";
import { freshDatabase } from "../../support/database.ts";
import { ACCOUNT, granted, haiAn, MONDAY, type Office } from "../../support/office.ts";
import { taskIdOf } from "../progress/progress-story.ts";
import { JPEG, PDF, PNG } from "./file-bytes.ts";

const DAY_MS = 24 * 3600 * 1000;
const NOW = new Date("2026-09-10T03:00:00+07:00");

let office: Office;
let folder: string;
beforeEach(async () => {
  office = await haiAn(await freshDatabase());
  folder = await mkdtemp(join(tmpdir(), "dondoc-sweep-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Kept so long ago, by the file system's clock. */
const kept = async (bytes: Uint8Array, age: number) => {
  const file = granted(await keepFile(folder, bytes, "tep"));
  const then = new Date(NOW.getTime() - age);
  await utimes(evidencePath(folder, file.sha256), then, then);
  return file;
};
const sweep = () => sweepEvidence(office.database, folder, NOW);
const lies = ({ sha256 }: { readonly sha256: string }) => existsSync(evidencePath(folder, sha256));

describe("the sweep", () => {
  it("removes what no note names and is older than a day, and nothing else", async () => {
    const orphan = await kept(PDF, DAY_MS + 1000);
    const young = await kept(PNG, DAY_MS - 1000);
    const named = await kept(JPEG, 30 * DAY_MS);
    const input = { taskId: await taskIdOf(office, "2.4"), text: "ảnh", messageKey: null, files: [named] };
    await office.at(MONDAY).as(office.as("head")).do(submitProgressUpdate, input);
    expect(await sweep()).toBe(1);
    expect([orphan, young, named].map(lies)).toEqual([false, true, true]);
    expect(await sweep()).toBe(0);
  });

  it("spares what an update names that waits to be handled", async () => {
    const waiting = await kept(PDF, 2 * DAY_MS);
    const content = { content: { kind: "file" }, kept: { ok: true, value: waiting } };
    await storeUpdates(
      office.database,
      { channel: "telegram", account: ACCOUNT },
      [{ updateKey: "u1", chatKey: "c", content }],
      MONDAY,
    );
    expect(await sweep()).toBe(0);
    await office.database.asOwner((db) => db.execute(sql`update incoming_update set handled_at = now()`));
    expect(await sweep()).toBe(1);
    expect(lies(waiting)).toBe(false);
  });

  it("an old orphan that is sent again is young again", async () => {
    const orphan = await kept(PDF, 9 * DAY_MS);
    await keepFile(folder, PDF, "lai.pdf");
    await sweep();
    expect(lies(orphan)).toBe(true);
  });

  it("clears drafts of a sudden end, leaves strange files alone, and bears a folder that is not there", async () => {
    expect(await sweep()).toBe(0);
    const place = join(folder, "evidence", "ab");
    await mkdir(place, { recursive: true });
    const draft = `${"ab".repeat(32)}.12345678`;
    const old = new Date(NOW.getTime() - 2 * DAY_MS);
    for (const name of [draft, "README", "ab.pdf"]) {
      await writeFile(join(place, name), "x");
      await utimes(join(place, name), old, old);
    }
    await writeFile(join(folder, "evidence", "note.txt"), "x");
    expect(await sweep()).toBe(1);
    expect(readdirSync(place).sort()).toEqual(["README", "ab.pdf"]);
  });

  it("may read the names of files across offices, and no more of an attachment", async () => {
    await expect(
      office.database.inSystem((tx) => rows(tx, sql`select name from attachment`)),
    ).rejects.toThrow();
    expect(await office.database.inSystem((tx) => rows(tx, sql`select sha256 from attachment`))).toEqual([]);
  });
});

describe("a death between file and row", () => {
  it("leaves an orphan and no row", async () => {
    const file = await kept(PDF, 2 * DAY_MS);
    const input = { taskId: await taskIdOf(office, "2.4"), text: "ảnh", messageKey: null, files: [file] };
    await expect(
      office
        .at(MONDAY)
        .as(office.as("head"))
        .work(async (work) => {
          granted(await submitProgressUpdate(work, input));
          throw new Error("killed");
        }),
    ).rejects.toThrow("killed");
    expect(await office.read((tx) => rows(tx, sql`select 1 from attachment`))).toEqual([]);
    expect(lies(file)).toBe(true);
    expect(await sweep()).toBe(1);
  });
});
