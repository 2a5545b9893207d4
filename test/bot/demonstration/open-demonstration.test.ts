import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { findWebSession } from "../../../api/members/find-web-session.ts";
import { openWork } from "../../../api/organizations/open-work.ts";
import { listTasks } from "../../../api/overviews/list-tasks.ts";
import { settableClock } from "../../../api/shared/clock.ts";
import { markInstallation } from "../../../api/shared/mark-installation.ts";
import { createWebChat } from "../../../bot/channels/web-chat/web-chat-channel.ts";
import { openWebChatDoors } from "../../../bot/channels/web-chat/web-doors.ts";
import { openDemonstration } from "../../../bot/demonstration/open-demonstration.ts";
import { type Database, tenantScope } from "../../../db/scope.ts";
import { freshDatabase } from "../../support/database.ts";
import { CULTURE, granted, MONDAY } from "../../support/office.ts";
import { browser } from "../channels/web-chat/web-house.ts";

const world = settableClock(new Date("2031-01-01T00:00:00Z"));
let database: Database;

beforeEach(async () => {
  database = await freshDatabase();
  await markInstallation(database, "demo", world.now());
});

const open = async () => granted(await openDemonstration(database, world));
const nothing = async (): Promise<void> => undefined;

describe("the demonstration's office", () => {
  test("stands a week before its first report, as the consolidating unit would find it", async () => {
    const { office, clock } = await open();
    expect(clock.now()).toEqual(MONDAY);
    const [first] = office.personas;
    expect(first).toMatchObject({ role: "head", unitName: CULTURE, begin: true });
    const roles = new Set(office.personas.map(({ role }) => role));
    expect(roles).toEqual(new Set(["head", "consolidator", "leader", "admin"]));

    const demonstration = (await open()).door(nothing);
    const session = await demonstration.be(first?.memberId ?? "");
    const found = await database.inBoth((both) => findWebSession(both, session?.token ?? "", clock.now()));
    if (found === null) throw new Error("no session");
    const list = await database.inTenant(tenantScope(office.organizationId), async (tx) =>
      granted(
        await listTasks(await openWork(tx, found.actor, clock.now()), {
          filter: "all",
          keyword: null,
          unitId: null,
          unitName: null,
        }),
      ),
    );
    expect(list.counts).toMatchObject({ lead: 17, overdue: 5 });
    const owed = list.round?.obligation.items.filter(({ met }) => !met) ?? [];
    expect([list.round?.obligation.items.length, owed.length]).toEqual([17, 9]);
    expect(list.items.find(({ number }) => number === "2.4")).toMatchObject({
      lastNote: { text: "đang lấy ý kiến", notedOn: "2026-03-12" },
    });
  });

  test("made ready twice, it is the same", async () => {
    const first = await open();
    await database.asOwner((db) => db.execute("update installation set clock_at = null"));
    const second = await open();
    expect(second.office).toEqual(first.office);
  });

  test("goes on where its clock stood", async () => {
    const first = await open();
    first.clock.moveTo(new Date("2026-09-10T07:30:00+07:00"));
    await first.saveClock();
    expect((await open()).clock.now()).toEqual(new Date("2026-09-10T07:30:00+07:00"));
  });
});

describe("its pages", () => {
  const house = async () => {
    const opened = await open();
    const planned: Date[] = [];
    const demonstration = opened.door(async (instant) => {
      planned.push(instant);
    });
    const web = createWebChat(
      openWebChatDoors({
        inBoth: database.inBoth,
        clock: opened.clock,
        publicUrl: undefined,
        dataDir: mkdtempSync(join(tmpdir(), "dondoc-demo-")),
        wake: () => undefined,
        demonstration,
      }),
    );
    return { ...opened, web, planned };
  };

  test("ask who to be, and open that person's chat", async () => {
    const demo = await house();
    const page = browser(demo);
    expect((await page.request("/")).headers.get("location")).toBe("/demo");
    const text = await (await page.request("/demo")).text();
    expect(text).toContain("Thứ Hai 07/09/2026, 07:00");
    expect(text).toContain("Nên bắt đầu ở đây");
    const first = demo.office.personas[0]?.memberId ?? "";
    const chosen = await page.request("/demo/be", {
      method: "POST",
      body: new URLSearchParams({ persona: first }),
    });
    expect(chosen.status).toBe(303);
    const chat = await (await page.request("/")).text();
    expect(chat).toContain(CULTURE);
    expect(chat).toContain("Đến ngày báo cáo kế tiếp");
    const nobody = new URLSearchParams({ persona: "01990000-0000-7000-8000-000000000001" });
    expect((await page.request("/demo/be", { method: "POST", body: nobody })).status).toBe(404);
  });

  test("move the clock through the morning in between", async () => {
    const demo = await house();
    const page = browser(demo);
    const moved = await page.post("/demo/clock", { move: "day" });
    expect(await moved.json()).toMatchObject({ now: "Thứ Ba 08/09/2026, 07:00", message: "" });
    expect(demo.planned).toEqual([
      new Date("2026-09-07T07:30:00+07:00"),
      new Date("2026-09-08T07:00:00+07:00"),
    ]);
    const toReport = await page.post("/demo/clock", { move: "next-report" });
    expect(await toReport.json()).toMatchObject({ now: "Thứ Hai 14/09/2026, 07:30", message: "" });
    expect((await page.post("/demo/clock", { move: "back" })).status).toBe(400);
  });

  test("answer no foreign name that points at this machine", async () => {
    const demo = await house();
    for (const [host, status] of [
      ["evil.example", 403],
      ["localhost.evil.example", 403],
      ["127.0.0.1.nip.io:3000", 403],
      ["localhost:3000", 200],
      ["127.0.0.1:3000", 200],
      ["[::1]:3000", 200],
    ] as const)
      expect([host, (await browser(demo).request("/demo", { headers: { host } })).status]).toEqual([
        host,
        status,
      ]);
  });
});
