import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  findPublishedPicture,
  picturePublisher,
  sweepPictures,
} from "../../../api/attachments/publish-picture.ts";
import { freshDatabase } from "../../support/database.ts";
import { rowsOf } from "../../support/two-offices.ts";

const NOW = new Date("2026-09-07T07:30:00+07:00");
const later = (hours: number): Date => new Date(NOW.getTime() + hours * 3_600_000);
const picture = { kind: "image/png", bytes: new Uint8Array([137, 80, 78, 71, 0, 255]) };

test("a messenger fetches it late and again, until the day is over; then it is swept", async () => {
  const database = await freshDatabase();
  const publish = picturePublisher(database, "https://dondoc.example.vn", () => NOW);
  const [one, other] = [await publish(picture), await publish(picture)];
  expect(one).toMatch(/^https:\/\/dondoc\.example\.vn\/pictures\/[\w-]{32}$/);
  expect(other).not.toBe(one);
  const key = one?.split("/").at(-1) ?? "";
  for (const at of [NOW, later(1), later(23)])
    expect(await findPublishedPicture(database, key, at)).toEqual(picture);
  expect(await findPublishedPicture(database, key, later(24))).toBeNull();
  expect(await sweepPictures(database, later(23))).toBe(0);
  expect(await sweepPictures(database, later(24))).toBe(2);
});

test("the database does not know the key, and guessed ones open nothing", async () => {
  const database = await freshDatabase();
  const address = await picturePublisher(database, "https://dondoc.example.vn", () => NOW)(picture);
  const key = address?.split("/").at(-1) ?? "";
  const stored = await database.asOwner((db) =>
    rowsOf<{ row: string }>(db, sql`select to_jsonb(p)::text as row from published_picture p`),
  );
  expect(stored).toHaveLength(1);
  expect(stored[0]?.row).not.toContain(key);
  for (const guess of ["", "x", key.slice(1), `${key}A`, key.toUpperCase(), "../etc/passwd"])
    expect(await findPublishedPicture(database, guess, NOW)).toBeNull();
});

test("without a public address nobody could fetch it: nothing is stored", async () => {
  const database = await freshDatabase();
  expect(await picturePublisher(database, undefined, () => NOW)(picture)).toBeNull();
  expect(await sweepPictures(database, later(1_000))).toBe(0);
});
