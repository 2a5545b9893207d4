import { once } from "node:events";
import { connect, createServer } from "node:net";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { connectPostgres } from "../../db/connect-postgres.ts";
import { clonedPostgres, postgresUrl } from "../support/database.ts";
import { problemCode } from "./problem-code.ts";

const SERVER = postgresUrl();

describe("a database that is not there", () => {
  it("is recognised: the server has none of that name", async () => {
    const url = new URL(SERVER);
    url.pathname = "/nothing_of_that_name";
    const database = connectPostgres(url.toString(), 1);
    expect(await problemCode(database.asOwner((db) => db.execute(sql`select 1`)))).toBe(
      "database_unavailable",
    );
    await database.close();
  });

  it("is recognised when it goes away as soon as it was reached, and nothing is left to fail unheard", async () => {
    const clone = await clonedPostgres(SERVER);
    const { hostname, port } = new URL(clone.url);
    const between = createServer((client) => {
      const server = connect(Number(port), hostname, () => client.pipe(server).pipe(client));
      for (const socket of [client, server]) socket.on("error", () => undefined);
      // Its first word after the greeting is the last.
      server.once("data", () =>
        client.once("data", () => [client, server].map((socket) => socket.destroy())),
      );
    }).listen(0, "127.0.0.1");
    await once(between, "listening");
    const address = between.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const url = new URL(clone.url);
    url.host = `127.0.0.1:${address.port}`;
    const database = connectPostgres(url.toString(), 1);
    expect(await problemCode(database.asOwner((db) => db.execute(sql`select 1`)))).toBe(
      "database_unavailable",
    );
    expect(await problemCode(database.inSystem(async ({ db }) => db.execute(sql`select 1`)))).toBe(
      "database_unavailable",
    );
    await database.close();
    between.close();
    await once(between, "close");
    await clone.drop();
  });

  it("is recognised when it goes away within a transaction, and used when it is back", async () => {
    const clone = await clonedPostgres(SERVER);
    const database = connectPostgres(clone.url, 4);
    const killer = connectPostgres(SERVER, 1);
    const endAll = () =>
      killer.asOwner((db) =>
        db.execute(
          sql`select pg_terminate_backend(pid) from pg_stat_activity
               where datname = ${new URL(clone.url).pathname.slice(1)} and pid <> pg_backend_pid()`,
        ),
      );
    for (let turn = 0; turn < 10; turn += 1) {
      const lost = database.inSystem(async ({ db }) => {
        await db.execute(sql`select 1`);
        await endAll();
        await db.execute(sql`select 1`);
      });
      expect(await problemCode(lost)).toBe("database_unavailable");
      // Idle connections were ended too: some answer once with the server's last words, and one that was
      // being written to is given up only after the patience with a new connection.
      let tries = 0;
      let back = false;
      while (!back) {
        tries += 1;
        expect(tries).toBeLessThanOrEqual(8);
        const problem = await problemCode(database.inSystem(({ db }) => db.execute(sql`select 1`)));
        expect([null, "database_unavailable"]).toContain(problem);
        back = problem === null;
      }
    }
    await database.close();
    await killer.close();
    await clone.drop();
  }, 120_000);
});
