import { connect, type Socket } from "node:net";
import { type LoadOrder, type LoadReport, summariseLoad } from "./load-order.ts";

/**
 * The load generator, a process of its own: so many connections, each with one request under way, over plain sockets,
 * so that it takes as little of the machine as can be from those it measures. Its order comes by IPC, its report goes back.
 */

const HEAD_END = Buffer.from("\r\n\r\n");

/** One answer after another on one connection; rejects when the connection ends. */
const openConnection = (port: number) => {
  let socket: Socket;
  let waiting: { resolve: (status: number) => void; reject: (error: Error) => void } | null = null;
  let held: Buffer = Buffer.alloc(0);
  const look = (): void => {
    const end = held.indexOf(HEAD_END);
    if (end < 0 || waiting === null) return;
    const head = held.subarray(0, end).toString("latin1");
    const length = /content-length: (\d+)/i.exec(head)?.[1];
    const chunked = /transfer-encoding: chunked/i.test(head);
    if (chunked && held.subarray(-5).toString("latin1") !== "0\r\n\r\n") return;
    if (!chunked && held.length < end + 4 + Number(length ?? 0)) return;
    held = Buffer.alloc(0);
    const { resolve } = waiting;
    waiting = null;
    resolve(Number(head.slice(9, 12)));
  };
  const fail = (error?: Error): void => {
    waiting?.reject(error ?? new Error("the connection ended"));
    waiting = null;
  };
  const open = (): Promise<void> =>
    new Promise((resolve, reject) => {
      socket = connect(port, "127.0.0.1", resolve);
      socket.setNoDelay(true);
      socket.once("error", reject);
      socket.on("error", fail);
      socket.on("close", () => fail());
      socket.on("data", (bytes) => {
        held = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
        look();
      });
    });
  return {
    open,
    ask: (request: string): Promise<number> =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: (): void => void socket.destroy(),
  };
};

const writeRequest = (order: LoadOrder, number: number): string => {
  const fill = (text: string): string => {
    const choice = order.choices[number % order.choices.length] ?? {};
    return text.replace(/\{(\w+)\}/g, (_, name: string) =>
      name === "n" ? String(order.firstNumber + number) : (choice[name] ?? ""),
    );
  };
  const body = fill(order.body ?? "");
  const headers = Object.entries(order.headers)
    .map(([name, value]) => `${name}: ${fill(value)}\r\n`)
    .join("");
  const length = order.body === null ? "" : `content-length: ${Buffer.byteLength(body)}\r\n`;
  return `${order.method} ${fill(order.path)} HTTP/1.1\r\nhost: 127.0.0.1\r\n${headers}${length}\r\n${body}`;
};

const run = async (order: LoadOrder): Promise<LoadReport> => {
  const begun = performance.now();
  const endsAt = begun + order.seconds * 1_000;
  const latencies: number[] = [];
  let number = 0;
  let errors = 0;
  const wrong = new Map<number, number>();
  const everyMs = order.perSecond === null ? 0 : 1_000 / order.perSecond;
  await Promise.all(
    Array.from({ length: order.connections }, async () => {
      const connection = openConnection(order.port);
      await connection.open();
      for (;;) {
        const mine = number;
        number += 1;
        // At a given rate each request has its moment, and is late from then on, whenever it leaves.
        const due = everyMs === 0 ? performance.now() : begun + mine * everyMs;
        const early = due - performance.now();
        if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
        if (performance.now() >= endsAt || due >= endsAt) break;
        try {
          const status = await connection.ask(writeRequest(order, mine));
          latencies.push(performance.now() - due);
          if (status !== order.expects) {
            errors += 1;
            wrong.set(status, (wrong.get(status) ?? 0) + 1);
          }
        } catch {
          errors += 1;
          await connection.open().catch(() => undefined);
        }
      }
      connection.close();
    }),
  );
  return summariseLoad(latencies, errors, (performance.now() - begun) / 1_000, wrong);
};

process.on("message", (order: LoadOrder) => {
  run(order).then(
    (report) => process.send?.(report),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});
process.on("disconnect", () => process.exit());
