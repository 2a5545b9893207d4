import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";

export type Heard = {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly path: string;
};

/** What the other system does with a request: answers a status, says nothing, cuts, or talks nonsense. */
export type Manner =
  | number
  | "silent"
  | "cut"
  | "nonsense"
  | "endless"
  | { readonly redirectTo: string }
  /** Answers when it is told to. */
  | { readonly when: Promise<unknown>; readonly status: number };

/** Another system of the office, on this machine. */
export const webhookReceiver = async (manner: (heard: Heard, nth: number) => Manner = () => 204) => {
  const heard: Heard[] = [];
  const sockets = new Set<Socket>();
  const waiting: { readonly count: number; readonly done: () => void }[] = [];
  const server: Server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (part: string) => {
      body += part;
    });
    request.on("end", () => {
      const one = { headers: request.headers, body, path: request.url ?? "" };
      heard.push(one);
      const told = manner(one, heard.length);
      for (const { count, done } of waiting) if (heard.length >= count) done();
      if (told === "silent") return;
      if (told === "cut") request.socket.destroy();
      else if (told === "nonsense") request.socket.end("xin chào\r\n\r\n");
      else if (told === "endless") {
        response.writeHead(200);
        const more = (): void => {
          if (!response.destroyed) response.write("x".repeat(65_536), () => setImmediate(more));
        };
        more();
      } else if (typeof told === "number") response.writeHead(told).end("đã nhận");
      else if ("redirectTo" in told) response.writeHead(302, { location: told.redirectTo }).end();
      else
        told.when.then(
          () => response.writeHead(told.status).end(),
          () => response.destroy(),
        );
    });
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hooks`,
    port,
    heard,
    /** Resolves once that many requests have come. */
    heardAtLeast: (count: number): Promise<void> =>
      heard.length >= count
        ? Promise.resolve()
        : new Promise((done) => {
            waiting.push({ count, done });
          }),
    close: () =>
      new Promise<void>((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
};
export type WebhookReceiver = Awaited<ReturnType<typeof webhookReceiver>>;

/** As the specification tells a receiver to do it, without a line of the product's. */
export const isSignedBy = (secret: string, { headers, body }: Heard): boolean => {
  const id = String(headers["webhook-id"]);
  const second = String(headers["webhook-timestamp"]);
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const expected = createHmac("sha256", key).update(`${id}.${second}.${body}`).digest();
  return String(headers["webhook-signature"])
    .split(" ")
    .filter((part) => part.startsWith("v1,"))
    .map((part) => Buffer.from(part.slice(3), "base64"))
    .some((given) => given.length === expected.length && timingSafeEqual(given, expected));
};
