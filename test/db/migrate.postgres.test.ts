import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectPostgres } from "../../db/connect-postgres.ts";
import { migrate } from "../../db/migrate.ts";
import type { Database } from "../../db/scope.ts";
import { type PostgresServer, startPostgres } from "../support/postgres-server.ts";
import { growsUp, NAMES, problemOf, roleInTenant } from "./migration-story.ts";

let closing: (() => Promise<unknown>)[];
beforeEach(() => {
  closing = [];
});
afterEach(async () => {
  for (const close of closing.reverse()) await close();
});

describe("a PostgreSQL of its own, where nobody has been", () => {
  let server: PostgresServer;
  beforeEach(async () => {
    server = await startPostgres();
    closing.push(server.stop);
  });

  const asSuperuser = async (...statements: readonly string[]): Promise<void> => {
    const client = postgres(server.url, { max: 1, onnotice: () => undefined });
    try {
      for (const statement of statements) await client.unsafe(statement);
    } finally {
      await client.end();
    }
  };

  const open = (role: string, name: string): Database => {
    const url = new URL(server.url);
    url.username = role;
    url.pathname = `/${name}`;
    const database = connectPostgres(url.toString(), 2);
    closing.push(database.close);
    return database;
  };

  it("makes the roles when the connecting role may create roles", async () => {
    await asSuperuser("create role maker login createrole", "create database office owner maker");
    const database = open("maker", "office");
    expect(await migrate(database)).toEqual(NAMES);
    expect(await roleInTenant(database)).toEqual([{ role: "dondoc_app" }]);
  });

  it("of the first program keeps what it has when a newer one adds channels", async () => {
    await asSuperuser("create role maker login createrole", "create database office owner maker");
    await growsUp(open("maker", "office"));
  });

  it("stops and says the statements when it may not, and goes on when they were run", async () => {
    await asSuperuser('create role "van-phong" login', 'create database office owner "van-phong"');
    const database = open("van-phong", "office");
    const problem = await problemOf(migrate(database));
    expect(problem).toEqual({
      kind: "roles_missing",
      statements: [
        "create role dondoc_app nologin;",
        "create role dondoc_system nologin;",
        'grant dondoc_app, dondoc_system to "van-phong";',
      ],
    });
    await asSuperuser(...(problem?.kind === "roles_missing" ? problem.statements : []));
    expect(await migrate(database)).toEqual(NAMES);
    expect(await roleInTenant(database)).toEqual([{ role: "dondoc_app" }]);
  });

  it("asks only for the grant where the roles are there already", async () => {
    await asSuperuser(
      "create role dondoc_app nologin",
      "create role dondoc_system nologin",
      "create role plain login",
      "create database office owner plain",
    );
    expect(await problemOf(migrate(open("plain", "office")))).toEqual({
      kind: "roles_missing",
      statements: ["grant dondoc_app, dondoc_system to plain;"],
    });
  });

  it("makes the roles once when four databases are migrated at the same moment", async () => {
    const names = ["one", "two", "three", "four"];
    await asSuperuser(
      "create role maker login createrole",
      ...names.map((name) => `create database ${name} owner maker`),
    );
    const ran = await Promise.all(names.map((name) => migrate(open("maker", name))));
    expect(ran).toEqual(names.map(() => NAMES));
  });
});
