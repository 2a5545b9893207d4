import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectPostgres } from "../../../db/connect-postgres.ts";
import { progressUpdate } from "../../../db/schema/progress.ts";
import { postgresUrl } from "../../support/database.ts";
import { CULTURE } from "../../support/office.ts";
import {
  ask,
  type Home,
  type House,
  linkPeople,
  productHome,
  startHere,
  textOf,
} from "../../support/product.ts";
import type { TelegramPerson } from "../../support/telegram-person.ts";
import { startTelegramServer, type TelegramServer } from "../../support/telegram-server.ts";

/** The embedded database goes away with its process; a server's goes away under it. */

let home: Home;
let server: TelegramServer;
let house: House;
let head: TelegramPerson;

beforeAll(async () => {
  server = await startTelegramServer();
  home = await productHome();
  const [linked] = await linkPeople(home, server, [{ role: "head", unit: CULTURE, id: 5_001 }]);
  if (linked === undefined) throw new Error("nobody was linked");
  head = linked;
  house = await startHere(home, server);
});
afterAll(async () => {
  await house?.stop();
  await server?.close();
  await home?.drop();
});

const health = async (): Promise<number> => (await fetch(`${house.product.listensAt}/healthz`)).status;

test("the database goes away and comes back: /healthz tells, and nobody has to write twice", async () => {
  expect(await health()).toBe(200);
  const name = new URL(home.databaseUrl ?? "").pathname.slice(1);
  const beside = connectPostgres(postgresUrl(), 1);
  // Only when nobody can come any more are those sent away who are there.
  await beside.asOwner((db) => db.execute(sql.raw(`alter database ${name} with allow_connections false`)));
  await beside.asOwner((db) =>
    db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`),
  );
  await expect.poll(health).toBe(503);
  await head.say("2.3 đang làm (khi mất dữ liệu)");
  expect(await health()).toBe(503);
  await beside.asOwner((db) => db.execute(sql.raw(`alter database ${name} with allow_connections true`)));
  await beside.close();
  expect(textOf(await head.next({ timeoutMs: 25_000 }))).toContain("Đã ghi 2.3");
  expect(await ask(head, "trợ giúp")).toMatch(/^Trợ giúp/);
  expect(head.messages().filter((message) => textOf(message).includes("khi mất dữ liệu"))).toHaveLength(1);
  expect(
    await house.database.asOwner((db) =>
      db.$count(progressUpdate, sql`text = ${"đang làm (khi mất dữ liệu)"}`),
    ),
  ).toBe(1);
  expect(await health()).toBe(200);
});
