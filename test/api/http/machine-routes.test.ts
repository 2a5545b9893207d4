import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { createApp } from "../../../api/app.ts";
import { checkDependencies, type DependencyState } from "../../../api/http/check-dependencies.ts";
import { collectFigures } from "../../../api/http/collect-figures.ts";
import { problemSchema } from "../../../api/http/problem.ts";
import { requestMetrics } from "../../../api/http/request-metrics.ts";
import { runTick } from "../../../api/jobs/run-tick.ts";
import { leasesOf } from "../../../api/jobs/take-lease.ts";
import { settableClock } from "../../../api/shared/clock.ts";
import type { Channel } from "../../../bot/channels/channel.ts";
import { watchOutcomes } from "../../../bot/channels/watch-outcomes.ts";
import type { Database } from "../../../db/scope.ts";
import { freshDatabase, testDatabase } from "../../support/database.ts";
import { granted, haiAn, MONDAY } from "../../support/office.ts";

const REPORT_MORNING = new Date("2026-09-14T07:30:00+07:00");
const TOKEN = "so-lieu-cua-phuong-hai-an";

const doors = (
  database: Database,
  options: {
    readonly dataDir?: string;
    readonly metricsToken?: string;
    readonly messengers?: ReadonlyMap<string, DependencyState>;
  } = {},
) => {
  const clock = settableClock(MONDAY);
  const logged: string[] = [];
  const log = (fields: object, event: string): void => {
    logged.push(`${event} ${JSON.stringify(fields)}`);
  };
  const app = createApp({
    mounts: [],
    web: { inBoth: database.inBoth, clock, publicUrl: undefined, loopbackOnly: false },
    api: { inBoth: database.inBoth, clock, perMinute: 1_000_000, dataDir: "" },
    findPicture: async () => null,
    serves: async () => true,
    machines: {
      readiness: () =>
        checkDependencies({
          database,
          dataDir: options.dataDir ?? tmpdir(),
          now: clock.now(),
          messengers: options.messengers ?? new Map(),
        }),
      metrics: requestMetrics(() => collectFigures(database, clock.now())),
      metricsToken: options.metricsToken,
    },
    log: { info: log, error: log },
    describeError: (error) => ({ error: String(error) }),
  });
  return { app, clock, logged };
};

const holdDelivery = (database: Database): Promise<boolean> =>
  leasesOf(database).take("deliver", "somebody", MONDAY, new Date(MONDAY.getTime() + 20_000), false);

const readinessSchema = z.object({ status: z.string(), dependencies: z.record(z.string(), z.string()) });
const readiness = async (app: ReturnType<typeof doors>["app"]) => {
  const answer = await app.request("/readyz");
  return [answer.status, readinessSchema.parse(await answer.json())] as const;
};

const UP = { database: "up", migrations: "up", data_folder: "up", delivery: "up" };

describe("/readyz", () => {
  it("is ok while all stand, and names the delivery whose holder died", async () => {
    const database = await freshDatabase();
    await holdDelivery(database);
    const { app, clock, logged } = doors(database);
    expect(await readiness(app)).toEqual([200, { status: "ok", dependencies: UP }]);
    clock.set(new Date(MONDAY.getTime() + 21_000));
    expect(await readiness(app)).toEqual([
      503,
      { status: "unavailable", dependencies: { ...UP, delivery: "down" } },
    ]);
    expect(logged).toEqual([]);
  });

  it("names the data folder that went away, and a database that a newer program has migrated", async () => {
    const database = await testDatabase();
    try {
      await holdDelivery(database);
      const folder = mkdtempSync(join(tmpdir(), "dondoc-ready-"));
      const { app } = doors(database, { dataDir: folder });
      rmSync(folder, { recursive: true });
      await database.asOwner((db) =>
        db.execute(sql`insert into schema_migration values ('9999_later', 'x')`),
      );
      expect(await readiness(app)).toEqual([
        503,
        { status: "unavailable", dependencies: { ...UP, migrations: "down", data_folder: "down" } },
      ]);
    } finally {
      await database.close();
    }
  });

  it("names the database, and asks no further, when it is gone", async () => {
    const database = await testDatabase();
    await holdDelivery(database);
    const { app } = doors(database);
    await database.close();
    expect(await readiness(app)).toEqual([
      503,
      {
        status: "unavailable",
        dependencies: { database: "down", migrations: "down", data_folder: "up", delivery: "down" },
      },
    ]);
  });

  it("a messenger that refuses the bot takes nothing from the others", async () => {
    const database = await freshDatabase();
    await holdDelivery(database);
    const messengers = new Map<string, DependencyState>();
    const { app } = doors(database, { messengers });
    const outcomes = [
      { kind: "channel_down", code: "401" },
      { kind: "retry_after", seconds: 1 },
      { kind: "delivered", messageKeys: ["1"] },
    ] as const;
    let at = 0;
    const pigeon: Channel = {
      name: "pigeon",
      account: "loft",
      capabilities: {
        buttons: false,
        textLength: 400,
        fileBytes: 0,
        files: false,
        unasked: true,
        pace: { bot: { everyMs: 1, burst: 1 }, chat: { everyMs: 1, burst: 1 } },
      },
      send: async () => outcomes[at++] ?? { kind: "waiting" },
      download: async () => ({ kind: "gone" }),
      start: async () => undefined,
      stop: async () => undefined,
      invitationLink: () => null,
    };
    const channel = watchOutcomes(pigeon, (state) => messengers.set("messenger_pigeon", state));
    const send = () =>
      channel.send(
        { chatKey: "1" },
        { outboxId: "1", text: "", bold: [], dates: [], joints: [], buttons: [], copies: [] },
      );
    expect((await readiness(app))[1].dependencies).toEqual(UP);
    await send();
    const down = [200, { status: "degraded", dependencies: { ...UP, messenger_pigeon: "down" } }];
    expect(await readiness(app)).toEqual(down);
    // One chat that has to rest says nothing of the bot.
    await send();
    expect(await readiness(app)).toEqual(down);
    await send();
    expect(await readiness(app)).toEqual([
      200,
      { status: "ok", dependencies: { ...UP, messenger_pigeon: "up" } },
    ]);
  });
});

describe("/metrics", () => {
  const closing: (() => void)[] = [];
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });

  const listen = (app: ReturnType<typeof doors>["app"]): Promise<string> =>
    new Promise((resolve) => {
      const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
        resolve(`http://127.0.0.1:${port}`),
      );
      closing.push(() => server.close());
    });

  it("counts by declared route and status, and tells what waits and what was planned", async () => {
    const office = await haiAn(await freshDatabase());
    const { app, clock } = doors(office.database, { metricsToken: TOKEN });
    granted(await runTick(office.database, REPORT_MORNING));
    clock.set(new Date(REPORT_MORNING.getTime() + 90_000));
    await app.request("/api/v1/units/7f1c");
    await app.request("/api/v1/units/8a2d");
    await app.request("/nowhere/secret-path");
    const answer = await app.request("/metrics", { headers: { authorization: `Bearer ${TOKEN}` } });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([
      200,
      "text/plain; version=0.0.4; charset=utf-8",
    ]);
    const text = await answer.text();
    const count = "dondoc_http_request_duration_seconds_count";
    expect(text).toContain(`${count}{method="GET",route="/api/v1/units/:unit_id",status="401"} 2`);
    expect(text).toContain(`${count}{method="GET",route="none",status="404"} 1`);
    expect(text).not.toContain("secret-path");
    expect(text).toContain("dondoc_tick_age_seconds 90");
    expect(text).toContain("dondoc_outbox_delay_seconds 90");
    expect(text).toMatch(/dondoc_outbox_waiting [1-9]/);
    expect(text).toMatch(/dondoc_tick_nudges\{outcome="queued"\} [1-9]/);
    expect(text).toContain("process_resident_memory_bytes");
  });

  it("counts what failed on the last day, and goes on without its figures when the database is gone", async () => {
    const database = await testDatabase();
    const office = await haiAn(database);
    const { app, clock } = doors(database, { metricsToken: TOKEN });
    granted(await runTick(database, REPORT_MORNING));
    await database.asOwner((db) =>
      db.execute(sql`update outbox_message set state = 'failed' where purpose = 'nudge'`),
    );
    expect(office.code).toBe("hai-an");
    const read = async (): Promise<string> =>
      (await app.request("/metrics", { headers: { authorization: `Bearer ${TOKEN}` } })).text();
    clock.set(new Date(REPORT_MORNING.getTime() + 3_600_000));
    expect(await read()).toMatch(/dondoc_outbox_failed [1-9]/);
    clock.set(new Date(REPORT_MORNING.getTime() + 25 * 3_600_000));
    expect(await read()).toContain("dondoc_outbox_failed 0");
    await database.close();
    expect(await read()).toContain("dondoc_figures_up 0");
  });

  it("without a token is this machine's alone, and not a proxy's", async () => {
    const { app } = doors(await freshDatabase());
    expect((await app.request("/metrics")).status).toBe(404);
    const here = await listen(app);
    expect((await fetch(`${here}/metrics`)).status).toBe(200);
    for (const header of ["x-forwarded-for", "x-real-ip", "forwarded", "via", "x-forwarded-proto"])
      expect((await fetch(`${here}/metrics`, { headers: { [header]: "127.0.0.1" } })).status, header).toBe(
        404,
      );
  });

  it("with a token is closed to everybody else, this machine too", async () => {
    const { app } = doors(await freshDatabase(), { metricsToken: TOKEN });
    const here = await listen(app);
    expect((await fetch(`${here}/metrics`)).status).toBe(401);
    for (const shown of [TOKEN.slice(1), `${TOKEN}x`, TOKEN.toUpperCase()]) {
      const answer = await fetch(`${here}/metrics`, { headers: { authorization: `Bearer ${shown}` } });
      expect([answer.status, problemSchema.parse(await answer.json()).code]).toEqual([401, "key_invalid"]);
    }
  });
});
