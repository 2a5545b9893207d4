import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { connectPostgres } from "../../../db/connect-postgres.ts";
import { migrate } from "../../../db/migrate.ts";
import { startPostgres } from "../../support/postgres-server.ts";
import { noteRow, taskPageRow } from "./api-rows.ts";
import { type Child, startChild, startGenerator } from "./child-process.ts";
import { headsRow } from "./heads-row.ts";
import { FULL, MORNING, QUICK } from "./load-size.ts";
import { type Figure, lineOf } from "./load-table.ts";
import { planningRows } from "./planning-row.ts";
import { SPREAD_DUE, seedOffices } from "./seed-offices.ts";
import { BOT_TOKEN, WEBHOOK_SECRET } from "./seeded-ids.ts";
import { talkRows } from "./talk-row.ts";

/**
 * `node --import tsx test/bench/load/run-load.ts [--quick] [--only ROW,ROW] [--profile FOLDER]`: the product under load
 * beside the least possible programs, in one run on one PostgreSQL. Rows: tasks, note, talk, heads, planning. The exit
 * code tells of errors, never of speed.
 */

const flag = (name: string): string | null => {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
};
const size = process.argv.includes("--quick") ? QUICK : FULL;
const only = flag("--only")?.split(",") ?? null;
const wanted = (row: string): boolean => only === null || only.includes(row);
const show = (figure: Figure): void => console.log(lineOf(figure));

/** Whatever was started, ended in the reverse order. */
const ends: (() => Promise<void>)[] = [];
const started = <T extends { readonly stop: Child["stop"] }>(one: T): T => {
  ends.unshift(one.stop);
  return one;
};

const serveAndMeasure = async (databaseUrl: string): Promise<void> => {
  const database = connectPostgres(databaseUrl, 1);
  await migrate(database);
  await database.close();
  const owner = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  ends.unshift(() => owner.end());
  const begun = performance.now();
  await seedOffices((statement) => owner.unsafe(statement), {
    ...size,
    notes: true,
    liveOn: "2027-01-01",
    dueOn: SPREAD_DUE,
    lastTick: "2026-09-07T08:59:00+07:00",
  });
  const [{ notes } = { notes: 0 }] = await owner<
    { notes: number }[]
  >`select count(*)::int as notes from progress_update`;
  console.log(
    `PostgreSQL with its own durable defaults (fsync, synchronous_commit); ${size.offices} offices × ${size.tasks} tasks × ${size.years} years, ${notes} notes, seeded in ` +
      `${((performance.now() - begun) / 1_000).toFixed(0)} s; each side ${size.rounds} × ${size.seconds} s in turn`,
  );

  const folder = mkdtempSync(join(tmpdir(), "dondoc-load-"));
  ends.unshift(async () => rmSync(folder, { recursive: true, force: true }));
  const generator = started(startGenerator());
  const messenger = started(startChild("serve-messenger.ts"));
  const { url: apiRoot } = await messenger.heard<{ url: string }>();
  const settings = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    DEMO: "off",
    PORT: "0",
    CLOCK: MORNING.toISOString(),
    API_RATE: "1000000",
    LOG_LEVEL: "warn",
    PUBLIC_URL: "http://127.0.0.1:1",
    TELEGRAM_API_ROOT: apiRoot,
    TELEGRAM_BOT_TOKEN: BOT_TOKEN,
    TELEGRAM_MODE: "webhook",
    TELEGRAM_WEBHOOK_SECRET: WEBHOOK_SECRET,
  };
  const product = started(startChild("serve-product.ts", settings, flag("--profile")));
  const least = started(
    startChild("serve-least-program.ts", { DATABASE_URL: databaseUrl, TELEGRAM_API_ROOT: apiRoot }),
  );
  const { url: ours } = await product.heard<{ url: string }>();
  const { url: leastUrl, talkUrl } = await least.heard<{ url: string; talkUrl: string }>();
  const sides = { ours, least: leastUrl, generator };
  if (wanted("tasks")) show(await taskPageRow(size, sides));
  if (wanted("note")) show(await noteRow(size, sides));
  if (wanted("talk"))
    for (const figure of await talkRows(size, messenger, {
      ours: `${ours}/webhooks/telegram`,
      least: talkUrl,
    }))
      show(figure);
  if (wanted("heads")) show(await headsRow(size, { ours, product, generator, owner }));
};

try {
  const server = started(await startPostgres({ durable: true }));
  if (["tasks", "note", "talk", "heads"].some(wanted)) await serveAndMeasure(server.url);
  if (wanted("planning")) for (const figure of await planningRows(size, server.url)) show(figure);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  for (const end of ends) await end().catch((error: unknown) => console.error(error));
}
