import { createServer, type ServerResponse } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { createZaloApi } from "../../../../bot/channels/zalo/call-api.ts";

const TOKEN = "1234567890123456789:loopback-secret_0";
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const listen = async (serve: (path: string, response: ServerResponse) => void) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    serve(request.url ?? "", response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const apiRoot = `http://127.0.0.1:${address.port}`;
  return { asked, api: createZaloApi({ apiRoot, token: TOKEN, now: () => new Date(0) }) };
};

describe("a call", () => {
  test("names bot and method as they are, and hands on the header that asks for a rest", async () => {
    const { asked, api } = await listen((_, response) =>
      response
        .writeHead(200, { "retry-after": "Thu, 01 Jan 1970 00:00:30 GMT" })
        .end('{"ok":false,"error_code":429}'),
    );
    expect(await api.call("sendMessage", { text: "a" })).toMatchObject({ status: 429, retryAfter: 30 });
    expect(asked).toEqual([`POST /bot${TOKEN}/sendMessage`]);
  });

  test("is not sent on to another address, where the token has no business", async () => {
    const { asked, api } = await listen((_, response) =>
      response.writeHead(307, { location: "/elsewhere" }).end(),
    );
    expect(await api.call("getMe")).toMatchObject({ kind: "refused", status: 307 });
    expect(asked).toHaveLength(1);
  });

  test("that nobody answers in time may have arrived", async () => {
    const { api } = await listen(() => undefined);
    expect(await api.call("sendMessage", {}, { seconds: 0.02 })).toEqual({
      kind: "unanswered",
      code: "timeout",
      arrived: "perhaps",
    });
  });

  test("ends with its signal, before it began or while it waits", async () => {
    const stopping = new AbortController();
    const { asked, api } = await listen(() => stopping.abort());
    const waiting = await api.call("getUpdates", {}, { signal: stopping.signal });
    expect(waiting).toMatchObject({ kind: "unanswered" });
    expect(await api.call("getUpdates", {}, { signal: stopping.signal })).toMatchObject({
      kind: "unanswered",
    });
    expect(asked).toHaveLength(1);
  });

  test("whose answer has no end is no answer", async () => {
    const { api } = await listen((_, response) => {
      response.writeHead(200);
      response.end(`"${"x".repeat(1024 * 1024)}"`);
    });
    expect(await api.call("getUpdates")).toEqual({
      kind: "unanswered",
      code: "no_json",
      arrived: "perhaps",
    });
  });
});
