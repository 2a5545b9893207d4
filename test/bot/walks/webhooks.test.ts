import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type Home, MONDAY_MORNING, productHome, startChild } from "../../support/product.ts";
import { isSignedBy, type WebhookReceiver, webhookReceiver } from "../../support/webhook-receiver.ts";

/** Another system of the office, and the product as a process that is killed while it speaks to it. */
let home: Home;
let receiver: WebhookReceiver;
let token: string;

beforeAll(async () => {
  home = await productHome();
  token = z
    .object({ key: z.string() })
    .parse(await home.command("key", "create", "--organization", "hai-an", "--scope", "admin")).key;
  // Says nothing while the first event is under way.
  receiver = await webhookReceiver((_heard, nth) => (nth === 1 ? "silent" : 200));
});
afterAll(async () => {
  await receiver?.close();
  await home?.drop();
});

const begun = (minutes: number) =>
  startChild(home, [], { clock: new Date(Date.parse(MONDAY_MORNING) + minutes * 60_000) });
const post = async (url: string, path: string, body: object) => {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(answer.ok, path).toBe(true);
  return z.record(z.string(), z.unknown()).parse(await answer.json());
};

test("killed while an event is under way: it comes again after the start, under the same id", async () => {
  const first = begun(0);
  const url = await first.ready;
  const subscription = await post(url, "/subscriptions", { url: receiver.url, actions: ["unit-added"] });
  await post(url, "/units", { name: "Đội xung kích" });
  await post(url, `/subscriptions/${subscription.id}/test`, {});
  await receiver.heardAtLeast(1);
  await first.kill("SIGKILL");

  // The start plans, follows the chain and sends: the trial once more, and the unit that was added before.
  const second = begun(5);
  await second.ready;
  await receiver.heardAtLeast(3);
  await second.kill("SIGTERM");
  const told = receiver.heard.map(({ body }) => JSON.parse(body).type);
  expect(told.toSorted((one, other) => one.localeCompare(other))).toEqual(["trial", "trial", "unit-added"]);
  const ids = receiver.heard
    .filter(({ body }) => JSON.parse(body).type === "trial")
    .map(({ headers }) => headers["webhook-id"]);
  expect(ids[1]).toBe(ids[0]);
  const secret = z.string().parse(subscription.secret);
  expect(receiver.heard.every((heard) => isSignedBy(secret, heard))).toBe(true);
  for (const child of [first, second]) {
    expect(child.printed()).not.toContain("whsec_");
    expect(child.printed()).not.toContain(receiver.url);
  }
}, 120_000);
