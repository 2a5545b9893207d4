import { randomBytes } from "node:crypto";
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { evidencePath, keepFile } from "../../../api/attachments/keep-file.ts";
import { verifyAuditChain } from "../../../api/audit/verify-audit-chain.ts";
import { BackupError, type BackupManifest } from "../../../api/backups/backup-file.ts";
import { restoreBackup } from "../../../api/backups/restore-backup.ts";
import { saveBackup } from "../../../api/backups/save-backup.ts";
import { FileExistsError } from "../../../api/backups/write-backup-file.ts";
import { loadSamples } from "../../../api/catalogues/load-samples.ts";
import { runTick } from "../../../api/jobs/run-tick.ts";
import { connectEmbedded } from "../../../db/connect-embedded.ts";
import { connectPostgres } from "../../../db/connect-postgres.ts";
import { migrate } from "../../../db/migrate.ts";
import type { Database } from "../../../db/scope.ts";
import { clonedPostgres, embeddedDatabase, emptyCluster } from "../../support/database.ts";
import { granted } from "../../support/office.ts";
import { type Known, rowsOf, twoOffices } from "../../support/two-offices.ts";

const SERVER = process.env.TEST_DATABASE_URL || null;
const NOW = new Date("2026-09-15T01:30:00+07:00");
const MIGRATIONS = join(import.meta.dirname, "../../../db/migrations");

const home = mkdtempSync(join(tmpdir(), "dondoc-backup-"));
const place = (name: string): string => join(home, name);

let source: Database;
let offices: { readonly a: Known; readonly b: Known };
let whole: BackupManifest;
let evidence: Buffer;
let evidenceName: string;

/** Values at the edges of their types, in tables of their own meaning. */
const writeEdges = (database: Database): Promise<unknown> =>
  database.asOwner(async (db) => {
    const every = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)).toString("hex");
    await db.execute(sql`insert into tick values ('2026-03-01 00:00:00.123456+07', 1, 2, 3),
                                                 ('1970-01-01 00:00:00.000001+00', 0, 0, 0)`);
    await db.execute(sql`insert into published_picture
      values ('k', 'image/png', decode(${every}, 'hex'), '2026-09-01 12:00:00.999999+00', 'infinity')`);
    // The first whole number that a JavaScript number cannot hold.
    await db.execute(
      sql`select setval(pg_get_serial_sequence('outbox_message', 'sequence'), 9007199254740992)`,
    );
    await db.execute(
      sql`insert into outbox_message (id, locale, purpose, message, state, created_at, not_before, attempts)
          values (gen_random_uuid(), 'vi', 'notice',
                  ${'{"n": 1.10, "big": 123456789012345678901234567890, "s": "“Đôn đốc”\\n\\t\\\\ 😀 \\u0001", "e": {}, "a": [null]}'}::text::jsonb,
                  'sent', now(), now(), 0)`,
    );
  });

/** Every row of every table, as the database itself writes it: a hash and a number for each table. */
const contents = (database: Database, organizationId: string | null = null) =>
  database.asOwner((owner) =>
    owner.transaction(async (db) => {
      await db.execute(sql`select set_config('TimeZone', 'UTC', true)`);
      const tables = await rowsOf<{ name: string; own: string | null }>(
        db,
        sql`select t.tablename as name,
                   case when t.tablename = 'organization' then 'id'
                        when exists (select from information_schema.columns c
                                      where c.table_schema = 'public' and c.table_name = t.tablename
                                        and c.column_name = 'organization_id') then 'organization_id' end as own
              from pg_tables t where t.schemaname = 'public' and t.tablename <> 'schema_migration' order by 1`,
      );
      const found: Record<string, unknown> = {};
      for (const { name, own } of tables) {
        if (organizationId !== null && own === null) continue;
        const [row] = await rowsOf<{ rows: number; hash: string }>(
          db,
          sql`select count(*)::int as rows,
                     md5(coalesce(string_agg(t::text, ';' order by t::text collate "C"), '')) as hash
                from ${sql.identifier(name)} t
               where ${organizationId === null ? sql`true` : sql`${sql.identifier(own ?? "")} = ${organizationId}`}`,
        );
        found[name] = row;
      }
      return found;
    }),
  );

const order = (path: string, database: string) => ({
  path,
  dataDir: place(database),
  mode: "live" as const,
  now: NOW,
});

const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => "restored",
    (error: unknown) => {
      if (error instanceof BackupError) return error.problem;
      throw error;
    },
  );

const onServer = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
  const clone = await clonedPostgres(SERVER ?? "");
  const database = connectPostgres(clone.url, 4);
  try {
    return await work(database);
  } finally {
    await database.close();
    await clone.drop();
  }
};

const embedded = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
  const database = await embeddedDatabase();
  try {
    return await work(database);
  } finally {
    await database.close();
  }
};

beforeAll(async () => {
  source = await embeddedDatabase();
  offices = await twoOffices(source);
  granted(await loadSamples(source, NOW, ["kim-thanh", "lam-ha", "le-chan", "le-chan-2025"]));
  granted(await runTick(source, NOW));
  evidence = Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(2_000_000)]);
  const kept = granted(await keepFile(place("source"), evidence, "kế hoạch.pdf"));
  evidenceName = kept.sha256;
  await source.asOwner((db) =>
    db.execute(sql`update attachment set sha256 = ${kept.sha256}, kind = ${kept.kind}, size = ${kept.size}
                    where id = (select id from attachment where organization_id = ${offices.a.organizationId} limit 1)`),
  );
  await writeEdges(source);
  whole = await saveBackup(source, {
    path: place("whole"),
    dataDir: place("source"),
    organization: null,
    now: NOW,
  });
}, 180_000);

afterAll(async () => {
  await source.close();
  rmSync(home, { recursive: true, force: true });
});

describe("the whole installation", () => {
  it("moves there and back, row for row, with its evidence and its audit chain", async () => {
    const before = await contents(source);
    const chain = await verifyAuditChain(source);
    expect(chain).toMatchObject({ intact: true, organizations: 6 });
    expect(Object.values(before).filter((table) => JSON.stringify(table).includes('"rows":0'))).toEqual([]);

    const there = async (database: Database) => {
      await restoreBackup(database, order(place("whole"), "there"));
      expect(await contents(database)).toEqual(before);
      expect(await verifyAuditChain(database)).toEqual(chain);
      return saveBackup(database, {
        path: place("back"),
        dataDir: place("there"),
        organization: null,
        now: NOW,
      });
    };
    const returned = SERVER === null ? await embedded(there) : await onServer(there);
    // Written by the other engine, and the same to the last character.
    expect(returned).toEqual(whole);

    await embedded(async (database) => {
      await restoreBackup(database, order(place("back"), "again"));
      expect(await contents(database)).toEqual(before);
      expect(await verifyAuditChain(database)).toEqual(chain);
    });
    for (const folder of ["there", "again"])
      expect(readFileSync(evidencePath(place(folder), evidenceName)).equals(evidence)).toBe(true);
  }, 180_000);

  it(
    "goes on where it stopped: numbers, keys and rights are as in a database that was always there",
    () =>
      embedded(async (database) => {
        await restoreBackup(database, order(place("whole"), "goes-on"));
        const [next] = await database.asOwner((db) =>
          rowsOf<{ sequence: string; late: boolean }>(
            db,
            sql`insert into outbox_message (id, locale, purpose, message, state, created_at, not_before, attempts)
              values (gen_random_uuid(), 'vi', 'notice', '{}', 'sent', now(), now(), 0)
              returning sequence::text, (select bool_or(condeferrable) from pg_constraint) as late`,
          ),
        );
        expect(next).toEqual({ sequence: "9007199254740994", late: false });
        const at = new Date(NOW.getTime() + 24 * 3600 * 1000);
        granted(await runTick(database, at));
        expect(await verifyAuditChain(database)).toMatchObject({ intact: true });
        const orphan = database.asOwner((db) =>
          db.execute(sql`update task set parent_id = gen_random_uuid() where parent_id is not null`),
        );
        await expect(orphan).rejects.toThrow();
      }),
    60_000,
  );

  it("goes into no database that has somebody's rows", async () => {
    expect(await problemOf(restoreBackup(source, order(place("whole"), "source")))).toEqual({
      kind: "office_here",
      codes: ["hai-an", "hai-an-b", "kim-thanh", "lam-ha", "le-chan", "le-chan-2025"],
    });
    await embedded(async (database) => {
      await database.asOwner((db) =>
        db.execute(sql`insert into link_attempt values ('telegram', 'test', '1', 1, null, now())`),
      );
      const before = await contents(database);
      expect(await problemOf(restoreBackup(database, order(place("whole"), "taken")))).toEqual({
        kind: "not_empty",
      });
      expect(await contents(database)).toEqual(before);
    });
  }, 60_000);

  it("of live work never becomes a demonstration", async () => {
    const asked = { ...order(place("whole"), "demo"), mode: "demo" as const };
    expect(await problemOf(restoreBackup(source, asked))).toEqual({ kind: "mode", mode: "live" });
  });
});

describe("one office", () => {
  it("moves alone, beside others, and only once", async () => {
    const { organizationId } = offices.a;
    const own = await contents(source, organizationId);
    const manifest = await saveBackup(source, {
      path: place("office"),
      dataDir: place("source"),
      organization: { id: organizationId, code: "hai-an" },
      now: NOW,
    });
    expect(manifest).toMatchObject({ organizations: [{ code: "hai-an" }], files: { count: 1 } });
    expect(gunzipSync(readFileSync(place("office"))).toString()).not.toContain(offices.b.organizationId);

    const beside = async (database: Database) => {
      const [neighbour] = granted(await loadSamples(database, NOW, ["lam-ha"]));
      const theirs = await contents(database, neighbour?.organizationId);
      await restoreBackup(database, order(place("office"), "beside"));
      expect(await contents(database, organizationId)).toEqual(own);
      expect(await contents(database, neighbour?.organizationId)).toEqual(theirs);
      const codes = await database.asOwner((db) =>
        rowsOf<{ code: string }>(db, sql`select code from organization order by 1`),
      );
      expect(codes).toEqual([{ code: "hai-an" }, { code: "lam-ha" }]);
      expect(await verifyAuditChain(database)).toMatchObject({ intact: true });

      const after = await contents(database);
      expect(await problemOf(restoreBackup(database, order(place("office"), "beside")))).toEqual({
        kind: "office_here",
        codes: ["hai-an"],
      });
      expect(await contents(database)).toEqual(after);
    };
    await (SERVER === null ? embedded(beside) : onServer(beside));
  }, 120_000);
});

describe("the file", () => {
  it("is for its owner's eyes alone, and never takes another's place", async () => {
    expect(statSync(place("whole")).mode & 0o777).toBe(0o600);
    const before = readFileSync(place("whole"));
    const again = saveBackup(source, {
      path: place("whole"),
      dataDir: place("source"),
      organization: null,
      now: NOW,
    });
    await expect(again).rejects.toBeInstanceOf(FileExistsError);
    expect(readFileSync(place("whole")).equals(before)).toBe(true);
  });

  it("says when evidence is not where it should be", () => {
    expect(whole.files).toMatchObject({ count: 1, bytes: evidence.length, missing: 1 });
  });

  it("leaves nothing under its name when it could not be finished", async () => {
    const path = place("unfinished");
    const broken: Database = {
      ...source,
      asOwner: () => Promise.reject(new Error("the connection was lost")),
    };
    const tried = saveBackup(broken, { path, dataDir: place("source"), organization: null, now: NOW });
    await expect(tried).rejects.toThrow("the connection was lost");
    expect(readdirSync(home).filter((name) => name.startsWith("unfinished"))).toEqual([]);
  });

  it("is refused whole when any part of it is not as it was written", async () => {
    const good = readFileSync(place("whole"));
    const lines = gunzipSync(good).toString().trimEnd().split("\n");
    const row = lines.findIndex((line) => line.startsWith("[") && line.includes("Hải An"));
    const packed = (changed: readonly string[]) => gzipSync(`${changed.join("\n")}\n`);
    const flipped = Buffer.from(good);
    flipped[good.length >> 1] = (flipped[good.length >> 1] ?? 0) ^ 1;
    const damages: Readonly<Record<string, Buffer>> = {
      "cut off": good.subarray(0, good.length - 20),
      "one bit": flipped,
      "another word in a row": packed(
        lines.map((line, at) => (at === row ? line.replace("Hải An", "Hải Ân") : line)),
      ),
      "a row less": packed(lines.filter((_, at) => at !== row)),
      "a row twice": packed(lines.flatMap((line, at) => (at === row ? [line, line] : [line]))),
      "evidence left out": packed(
        lines.filter((line) => !line.startsWith('"') && !line.startsWith('{"file"')),
      ),
      "without its end": packed(lines.slice(0, -1)),
      "something behind its end": packed([...lines, "[]"]),
      "another manifest": packed([
        ...lines.slice(0, -1),
        (lines.at(-1) ?? "").replace("hai-an-b", "hai-an-c"),
      ]),
      "something else": Buffer.from("Kính gửi: các đơn vị"),
      empty: Buffer.alloc(0),
    };
    await embedded(async (database) => {
      const before = await contents(database);
      for (const [name, bytes] of Object.entries(damages)) {
        writeFileSync(place("damaged"), bytes);
        expect(await problemOf(restoreBackup(database, order(place("damaged"), "untouched"))), name).toEqual({
          kind: "damaged",
        });
      }
      expect(await contents(database)).toEqual(before);
      expect(readdirSync(home)).not.toContain("untouched");
    });
  }, 120_000);
});

describe("another version of the program", () => {
  const later = place("migrations");
  const NEXT = "9999_motto";
  beforeAll(() => {
    cpSync(MIGRATIONS, later, { recursive: true });
    appendFileSync(
      join(later, `${NEXT}.sql`),
      "alter table organization add column motto text not null default 'vì dân'",
    );
  });

  it("restores an older file into a database of its own, and brings that up", async () => {
    const database = connectEmbedded(await emptyCluster());
    try {
      await restoreBackup(database, { ...order(place("whole"), "newcomer"), migrations: later });
      const offices = await database.asOwner((db) =>
        rowsOf<{ offices: number }>(
          db,
          sql`select count(*)::int as offices from organization where motto = 'vì dân'`,
        ),
      );
      expect(offices).toEqual([{ offices: 6 }]);
      await saveBackup(database, { path: place("newer"), dataDir: home, organization: null, now: NOW });
    } finally {
      await database.close();
    }
    await embedded(async (own) => {
      expect(await problemOf(restoreBackup(own, order(place("newer"), "own")))).toEqual({
        kind: "newer",
        migration: NEXT,
      });
    });
  }, 120_000);

  it(
    "refuses an older file for a database that has gone further",
    () =>
      embedded(async (database) => {
        await migrate(database, later);
        const asked = { ...order(place("whole"), "further"), migrations: later };
        expect(await problemOf(restoreBackup(database, asked))).toEqual({ kind: "older", migration: NEXT });
      }),
    60_000,
  );
});
