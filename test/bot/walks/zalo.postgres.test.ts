import { test } from "vitest";
import { zaloLoopback } from "../../support/loopback.ts";
import { type House, productHome, startHere } from "../../support/product.ts";
import { startZaloServer } from "../../support/zalo-server.ts";

test("a process that another keeps from polling learns the bot's name too", async () => {
  const server = await startZaloServer({ pollHoldMs: 30_000 });
  const home = await productHome();
  const houses: House[] = [];
  const asked = (times: number): Promise<true> =>
    server.until(`getMe ${times}`, () => (server.callsOf("getMe").length >= times ? true : undefined));
  try {
    houses.push(await startHere(home, [zaloLoopback(server)]));
    await asked(1);
    houses.push(await startHere(home, [zaloLoopback(server)]));
    await asked(2);
  } finally {
    for (const house of houses) await house.stop();
    await server.close();
    await home.drop();
  }
});
