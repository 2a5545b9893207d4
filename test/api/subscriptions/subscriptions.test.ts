import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runTick } from "../../../api/jobs/run-tick.ts";
import { settableClock } from "../../../api/shared/clock.ts";
import { eventPoster, type PostEvent } from "../../../api/subscriptions/post-event.ts";
import { queueEventDeliveries } from "../../../api/subscriptions/queue-event-deliveries.ts";
import { eventsOf } from "../../../api/subscriptions/serve-events.ts";
import { createEventDelivery } from "../../../bot/delivery/deliver-events.ts";
import { type ApiHouse, apiHouse } from "../../support/api.ts";
import { freshDatabase } from "../../support/database.ts";
import { granted, haiAn, MONDAY, sampleOffice } from "../../support/office.ts";
import {
  isSignedBy,
  type Manner,
  type WebhookReceiver,
  webhookReceiver,
} from "../../support/webhook-receiver.ts";

const MINUTE = 60_000;
let api: ApiHouse;
let receivers: WebhookReceiver[];
let logged: string[];
const world = settableClock(new Date("2026-11-20T02:00:00Z"));

beforeEach(async () => {
  api = await apiHouse(await haiAn(await freshDatabase()));
  // What happened before anybody listened.
  granted(await runTick(api.office.database, MONDAY));
  receivers = [];
  logged = [];
});
afterEach(async () => {
  await Promise.all(receivers.map((receiver) => receiver.close()));
});

const listening = async (manner?: Parameters<typeof webhookReceiver>[0]) => {
  const receiver = await webhookReceiver(manner);
  receivers.push(receiver);
  return receiver;
};
const write = (fields: object, event: string): void => {
  logged.push(`${event} ${JSON.stringify(fields)}`);
};
/** For a system that says nothing: all others get the time that they need. */
const impatient = eventPoster({ timeoutMs: 300 });
const sender = (post: PostEvent = eventPoster()) =>
  createEventDelivery({
    events: eventsOf(api.office.database),
    post,
    clock: api.clock,
    world,
    log: { info: write, warn: write, error: write },
    everyMs: 20,
  });
const wait = (ms: number): void => api.clock.set(new Date(api.clock.now().getTime() + ms));
/** A minute passes and the chain is followed. */
const tick = async (): Promise<void> => {
  wait(MINUTE);
  granted(await runTick(api.office.database, api.clock.now()));
};
const subscribe = (url: string, actions: readonly string[] = ["unit-added"]) =>
  api.call("create-subscription", { body: { url, actions } });
const addUnit = (name: string, headers = {}) => api.call("add-unit", { body: { name }, headers });
const deliveriesOf = async (subscription: { id: string }) =>
  (await api.call("list-event-deliveries", { params: { subscription_id: subscription.id } })).items;

describe("another system", () => {
  it("hears what happened, signed, with ids and without a name", async () => {
    const receiver = await listening();
    const subscription = await subscribe(receiver.url);
    const unit = await addUnit("Đội xung kích");
    await tick();
    expect(await sender().deliverDue()).toEqual({ delivered: 1, again: 0, failed: 0 });
    const [heard] = receiver.heard;
    if (heard === undefined) throw new Error("nothing came");
    expect(isSignedBy(subscription.secret, heard)).toBe(true);
    expect(isSignedBy(`whsec_${Buffer.from("khác").toString("base64")}`, heard)).toBe(false);
    // The world's time, whatever the product's clock says: a receiver compares it with its own.
    expect(heard.headers["webhook-timestamp"]).toBe(String(world.now().getTime() / 1_000));
    const { type, data } = JSON.parse(heard.body);
    expect(heard.headers["webhook-id"]).toBe(`${api.office.organizationId}:${data.position}`);
    expect(type).toBe("unit-added");
    expect(data.subject).toEqual({ kind: "unit", id: unit.id });
    expect(data.actor).toMatch(/^key:/);
    expect(heard.body).not.toContain("xung");
    const [delivery] = await deliveriesOf(subscription);
    expect(delivery).toMatchObject({
      type,
      webhook_id: heard.headers["webhook-id"],
      position: data.position,
      state: "delivered",
      attempts: 1,
      last_status: 204,
      not_before: null,
    });
    expect(await api.refused("retry-event-delivery", { params: { delivery_id: delivery.id } })).toMatchObject(
      { code: "event_delivered" },
    );
    // The chain goes on, and nothing of it comes twice.
    await tick();
    expect(await sender().deliverDue()).toEqual({ delivered: 0, again: 0, failed: 0 });
    expect(receiver.heard).toHaveLength(1);
  });

  it("cannot wait for an action that there is not, and reads fields by the names of the API", async () => {
    const { url, heard } = await listening();
    expect(
      await api.refused("create-subscription", { body: { url, actions: ["note-submited"] } }),
    ).toMatchObject({
      errors: [
        {
          path: "actions.0",
          code: "not_allowed_value",
          allowed: expect.arrayContaining(["note-submitted", "organization-changed"]),
        },
      ],
    });
    await subscribe(url, ["organization-changed"]);
    await api.call("change-organization", { body: { policy: { digest_at: "07:00" } } });
    await tick();
    await sender().deliverDue();
    const fields = ["digest_at"];
    expect(heard.map(({ body }) => JSON.parse(body).data.details)).toEqual([{ fields }]);
    const { items } = await api.call("list-audit-entries", { query: { action: "organization-changed" } });
    expect(items.map(({ details }: { details: unknown }) => details)).toEqual([{ fields }]);
  });

  it("hears each action only where it asked for it, and all of them where it asked for none", async () => {
    const [some, all] = [await listening(), await listening()];
    await subscribe(some.url, ["group-added"]);
    await subscribe(all.url, []);
    await addUnit("Đội một");
    await addUnit("Đội hai");
    await tick();
    await sender().deliverDue();
    expect(some.heard).toEqual([]);
    const types = all.heard.map(({ body }) => JSON.parse(body).type);
    expect(types.filter((type) => type === "unit-added")).toHaveLength(2);
    expect(types).toContain("subscription-created");
    const ids = all.heard.map(({ headers }) => headers["webhook-id"]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("of another office hears nothing", async () => {
    const [here, there] = [await listening(), await listening()];
    await subscribe(here.url);

    const office = await sampleOffice(api.office.database, "kim-thanh");
    const abroad = api.with(await api.key("admin", office));
    const theirs = await abroad.call("create-subscription", { body: { url: there.url } });
    await addUnit("Đội xung kích");
    await tick();
    await sender().deliverDue();
    expect(here.heard).toHaveLength(1);
    expect(there.heard.map(({ body }) => JSON.parse(body).data.organization_id)).toEqual(
      there.heard.map(() => office.organizationId),
    );
    expect(there.heard.every((heard) => isSignedBy(theirs.secret, heard))).toBe(true);
    const params = { subscription_id: theirs.id };
    for (const [name, body] of [
      ["show-subscription", undefined],
      ["change-subscription", { paused: true }],
      ["end-subscription", undefined],
      ["queue-trial-event", undefined],
      ["rotate-webhook-secret", undefined],
      ["list-event-deliveries", undefined],
    ] as const)
      expect(await api.refused(name, { params, body }), name).toMatchObject({
        code: "subscription_not_found",
      });
    const [delivery] = (await abroad.call("list-event-deliveries", { params })).items;
    expect(await api.refused("retry-event-delivery", { params: { delivery_id: delivery.id } })).toMatchObject(
      { code: "event_delivery_not_found" },
    );
  });
});

describe("an answer that is none", () => {
  it.each<readonly [string, Manner, number | null, string | null]>([
    ["500", 500, 500, null],
    ["429", 429, 429, null],
    ["404", 404, 404, null],
    ["a redirect", { redirectTo: "http://127.0.0.1:1/" }, 302, null],
    ["silence", "silent", null, "timeout"],
    ["a cut line", "cut", null, "connection_lost"],
    ["nonsense", "nonsense", null, "answer_invalid"],
  ])("%s: it comes again under the same id", async (_, manner, status, problem) => {
    const receiver = await listening((_heard, nth) => (nth === 1 ? manner : 200));
    const subscription = await subscribe(receiver.url);
    await addUnit("Đội xung kích");
    await tick();
    const first = sender(manner === "silent" ? impatient : undefined);
    expect(await first.deliverDue()).toEqual({ delivered: 0, again: 1, failed: 0 });
    expect(await deliveriesOf(subscription)).toMatchObject([
      { state: "waiting", attempts: 1, last_status: status, last_problem: problem },
    ]);
    // Not before its time.
    wait(4_000);
    expect((await sender().deliverDue()).delivered).toBe(0);
    wait(1_000);
    expect((await sender().deliverDue()).delivered).toBe(1);
    const [one, two] = receiver.heard;
    expect(two?.headers["webhook-id"]).toBe(one?.headers["webhook-id"]);
    expect(two?.body).toBe(one?.body);
    expect(await deliveriesOf(subscription)).toMatchObject([{ state: "delivered", attempts: 2 }]);
  });

  it("an endless body is not read to its end", async () => {
    const receiver = await listening(() => "endless");
    await subscribe(receiver.url);
    await addUnit("Đội xung kích");
    await tick();
    expect((await sender(eventPoster()).deliverDue()).delivered).toBe(1);
  });

  it("nobody there, and a name that leads to a metadata service or out of the house by plain http", async () => {
    const gone = await webhookReceiver();
    await gone.close();
    const post = { headers: {}, body: "{}" };
    expect(await eventPoster()({ ...post, url: gone.url })).toEqual({
      kind: "unanswered",
      problem: "connection_refused",
    });
    const leadingTo = (address: string, family = 4) =>
      eventPoster({
        resolve: ((_name: string, _options: object, answer: (error: null, found: object[]) => void) =>
          answer(null, [{ address, family }])) as never,
      });
    const forbidden = { kind: "unanswered", problem: "address_forbidden" };
    expect(await leadingTo("169.254.169.254")({ ...post, url: "https://hooks.example/" })).toEqual(forbidden);
    expect(await leadingTo("fe80::1", 6)({ ...post, url: "https://hooks.example/" })).toEqual(forbidden);
    expect(await leadingTo("8.8.8.8")({ ...post, url: "http://mot-cua/" })).toEqual(forbidden);
    expect(await eventPoster()({ ...post, url: "http://169.254.169.254/" })).toEqual(forbidden);
    // And one that leads where it should is connected to there.
    const receiver = await listening();
    const named = `http://mot-cua:${receiver.port}/`;
    expect(await leadingTo("127.0.0.1")({ ...post, url: named })).toEqual({ kind: "answered", status: 204 });
  });

  it("for three days: failed, and the subscription is paused until a person lets it go on", async () => {
    let status = 503;
    const receiver = await listening(() => status);
    const subscription = await subscribe(receiver.url);
    await addUnit("Đội xung kích");
    await tick();
    let [delivery] = await deliveriesOf(subscription);
    const pauses: number[] = [];
    while (delivery.state === "waiting") {
      const before = api.clock.now().getTime();
      api.clock.set(new Date(Math.max(Date.parse(delivery.not_before), before)));
      pauses.push((api.clock.now().getTime() - before) / 1_000);
      await sender().deliverDue();
      [delivery] = await deliveriesOf(subscription);
    }
    expect(pauses).toEqual([0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]);
    expect(delivery).toMatchObject({ state: "failed", attempts: 10, last_status: 503 });
    const params = { subscription_id: subscription.id };
    expect(await api.call("show-subscription", { params })).toMatchObject({ state: "paused" });
    expect(logged.join()).toContain("paused");

    // What happens meanwhile is not lost.
    await addUnit("Đội hai");
    await tick();
    expect(await sender().deliverDue()).toEqual({ delivered: 0, again: 0, failed: 0 });
    status = 200;
    expect(await api.refused("retry-event-delivery", { params: { delivery_id: delivery.id } })).toMatchObject(
      { code: "subscription_paused" },
    );
    await api.call("change-subscription", { params, body: { paused: false } });
    await api.call("retry-event-delivery", { params: { delivery_id: delivery.id } });
    await tick();
    expect((await sender().deliverDue()).delivered).toBe(2);
  });

  it("410: the other system wants no more", async () => {
    const receiver = await listening(() => 410);
    const subscription = await subscribe(receiver.url);
    for (const name of ["Đội một", "Đội hai", "Đội ba", "Đội bốn"]) await addUnit(name);
    await tick();
    await sender().deliverDue();
    expect(receiver.heard.length).toBeLessThanOrEqual(2);
    const params = { subscription_id: subscription.id };
    expect(await api.call("show-subscription", { params })).toMatchObject({ state: "ended" });
    expect((await deliveriesOf(subscription)).map(({ state }: { state: string }) => state)).toEqual(
      new Array(4).fill("failed"),
    );
    expect(await api.refused("change-subscription", { params, body: { paused: false } })).toMatchObject({
      status: 409,
      code: "subscription_ended",
    });
  });
});

describe("at least once", () => {
  it("two processes at once double nothing, neither in following nor in sending", async () => {
    const receiver = await listening();
    const subscription = await subscribe(receiver.url);
    for (let nth = 1; nth <= 12; nth += 1) await addUnit(`Đội ${nth}`);
    wait(MINUTE);
    const { database } = api.office;
    await runTick(database, api.clock.now());
    await Promise.all([1, 2, 3].map(() => queueEventDeliveries(database, api.clock.now())));
    const counts = await Promise.all([sender().deliverDue(), sender().deliverDue(), sender().deliverDue()]);
    expect(counts.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(12);
    const ids = receiver.heard.map(({ headers }) => headers["webhook-id"]);
    expect([...ids].sort()).toEqual([...new Set(ids)].sort());
    expect(await deliveriesOf(subscription)).toHaveLength(12);
  });

  it("killed between sending and writing it down: it comes once more, under the same id", async () => {
    const receiver = await listening();
    const subscription = await subscribe(receiver.url);
    await addUnit("Đội xung kích");
    await tick();
    const events = eventsOf(api.office.database);
    const dying = createEventDelivery({
      events: {
        ...events,
        settle: () => Promise.reject(new Error("killed")),
      },
      post: eventPoster(),
      clock: api.clock,
      world,
      log: { info: write, warn: write, error: write },
    });
    await expect(dying.deliverDue()).rejects.toThrow("killed");
    expect(receiver.heard).toHaveLength(1);
    expect(await deliveriesOf(subscription)).toMatchObject([{ state: "waiting", attempts: 1 }]);
    // Nobody knows yet that it is dead.
    expect((await sender().deliverDue()).delivered).toBe(0);
    wait(MINUTE);
    expect((await sender().deliverDue()).delivered).toBe(1);
    expect(receiver.heard.map(({ headers }) => headers["webhook-id"])).toEqual(
      new Array(2).fill(receiver.heard[0]?.headers["webhook-id"]),
    );
  });

  it("a system that does not answer holds up nobody else", async () => {
    const slow = await listening(() => "silent");
    const quick = await listening();
    await subscribe(slow.url);
    for (let nth = 1; nth <= 30; nth += 1) await addUnit(`Đội ${nth}`);
    await tick();
    await subscribe(quick.url);
    await addUnit("Đội cuối");
    await tick();
    const patient = eventPoster();
    await sender((post) => (post.url === slow.url ? impatient(post) : patient(post))).deliverDue();
    expect(quick.heard).toHaveLength(1);
    expect(slow.heard).toHaveLength(2);
  });

  it("runs by itself and ends when what is in flight is settled", async () => {
    let answer = (): void => undefined;
    const when = new Promise<void>((done) => {
      answer = done;
    });
    const receiver = await listening(() => ({ when, status: 200 }));
    const subscription = await subscribe(receiver.url);
    const running = sender(eventPoster());
    running.start();
    await api.call("queue-trial-event", { params: { subscription_id: subscription.id } });
    running.kick();
    await receiver.heardAtLeast(1);
    const stopped = running.stop();
    answer();
    await stopped;
    expect(await deliveriesOf(subscription)).toMatchObject([{ state: "delivered", position: null }]);
    const [heard] = receiver.heard;
    expect(JSON.parse(heard?.body ?? "")).toMatchObject({ type: "trial" });
    expect(heard !== undefined && isSignedBy(subscription.secret, heard)).toBe(true);
  });
});

describe("subscriptions", () => {
  it("are made, changed by whoever read the latest, listed and ended by administrators alone", async () => {
    const made = await subscribe("https://mot-cua.haian.example/hooks");
    expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const params = { subscription_id: made.id };
    const shown = await api.ask("show-subscription", { params });
    expect(await shown.clone().text()).not.toContain("whsec_");
    const headers = { "if-match": shown.headers.get("etag") ?? "" };
    const change = { params, headers, body: { actions: ["unit-changed", "unit-added", "unit-added"] } };
    expect((await api.call("change-subscription", change)).actions).toEqual(["unit-added", "unit-changed"]);
    expect(await api.refused("change-subscription", change)).toMatchObject({ code: "revision_conflict" });
    const { secret } = await api.call("rotate-webhook-secret", { params });
    expect(secret).not.toBe(made.secret);

    await subscribe("https://hai.example/");
    const first = await api.call("list-subscriptions", { query: { limit: 1 } });
    const second = await api.call("list-subscriptions", { query: { limit: 1, cursor: first.next_cursor } });
    expect([first.items[0].id, second.next_cursor]).toEqual([made.id, null]);

    await api.call("end-subscription", { params });
    expect(await api.refused("end-subscription", { params })).toMatchObject({ code: "subscription_ended" });
    expect(
      await api.refused("create-subscription", { body: { url: "http://169.254.169.254/" } }),
    ).toMatchObject({ status: 422, code: "webhook_url_forbidden" });
    expect(await api.with(await api.key("write")).refused("list-subscriptions")).toMatchObject({
      code: "scope_too_small",
    });
    expect(
      await api
        .in(api.office.as("head"))
        .refused("create-subscription", { body: { url: "https://a.example/" } }),
    ).toMatchObject({ code: "not_allowed" });
  });

  it("the log is paged, filtered, and keeps no secret; nor does the log of the program", async () => {
    const receiver = await listening((_heard, nth) => (nth % 2 === 0 ? 500 : 200));
    const made = await subscribe(`${receiver.url}?token=bi-mat`);
    for (let nth = 1; nth <= 5; nth += 1) await addUnit(`Đội ${nth}`);
    await tick();
    await sender().deliverDue();
    const params = { subscription_id: made.id };
    const page = await api.call("list-event-deliveries", { params, query: { limit: 3 } });
    const rest = await api.call("list-event-deliveries", {
      params,
      query: { limit: 3, cursor: page.next_cursor },
    });
    const positions = [...page.items, ...rest.items].map(({ position }) => position);
    expect(positions).toHaveLength(5);
    expect(positions).toEqual([...positions].sort((one, other) => other - one));
    const waiting = await api.call("list-event-deliveries", { params, query: { state: "waiting" } });
    expect(waiting.items).toHaveLength(2);
    expect(JSON.stringify([page, rest])).not.toContain("whsec_");
    const said = [...api.logged, ...logged].join("\n");
    expect(said).not.toContain("whsec_");
    expect(said).not.toContain("bi-mat");
  });

  it("twenty are enough", async () => {
    for (let nth = 1; nth <= 20; nth += 1) await subscribe(`https://he-thong-${nth}.example/`);
    expect(await api.refused("create-subscription", { body: { url: "https://mot.example/" } })).toMatchObject(
      {
        status: 409,
        code: "subscriptions_too_many",
      },
    );
  });
});
