import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { canonicalJson, chainEntry } from "../../../api/audit/chain-entry.ts";
import { hashAuditChain } from "../../../api/audit/hash-audit-chain.ts";
import { verifyAuditChain } from "../../../api/audit/verify-audit-chain.ts";
import { insertTickAuditEntries } from "../../../db/queries/system-nudge-queries.ts";
import type { Database } from "../../../db/scope.ts";
import { freshDatabase } from "../../support/database.ts";
import { sampleOffice } from "../../support/office.ts";

let database: Database;
let offices: readonly string[];

const write = (organizationId: string, count: number, from = 0) =>
  database.inSystem((tx) =>
    insertTickAuditEntries(
      tx,
      Array.from({ length: count }, (_, index) => ({
        organizationId,
        action: "nudges-queued",
        subjectKind: "outbox_message",
        subjectId: null,
        details: { b: index, a: ["vi", { z: null, y: "đ" }] },
      })),
      new Date(Date.UTC(2026, 8, 7, 0, 30, 0, from)),
    ),
  );
const change = (statement: ReturnType<typeof sql>) => database.asOwner((db) => db.execute(statement));

const firstOf = ([first = ""]: readonly string[]): string => first;

beforeEach(async () => {
  database = await freshDatabase();
  offices = [
    (await sampleOffice(database, "hai-an")).organizationId,
    (await sampleOffice(database, "kim-thanh")).organizationId,
  ];
  await hashAuditChain(database);
});

describe("the audit chain", () => {
  test("is chained by office in the order of writing, more than one batch at once, and again later", async () => {
    const [one = "", other = ""] = offices;
    await write(one, 2_500);
    await write(other, 3);
    expect(await hashAuditChain(database)).toBe(2_503);
    expect(await hashAuditChain(database)).toBe(0);
    await write(one, 2, 5_000);
    expect(await hashAuditChain(database)).toBe(2);
    const verdict = await verifyAuditChain(database);
    expect(verdict).toMatchObject({ intact: true });
    expect(verdict.intact && verdict.entries).toBeGreaterThan(2_504);
  });

  test("what the tick has not reached yet is counted and not judged", async () => {
    await write(firstOf(offices), 1);
    expect(await verifyAuditChain(database)).toMatchObject({ intact: true, waiting: 1 });
    await hashAuditChain(database);
    expect(await verifyAuditChain(database)).toMatchObject({ intact: true, waiting: 0 });
  });

  test.each([
    ["a changed word", sql`update audit_entry set details = '{"b": 7}' where chain_position = 3`],
    ["a changed author", sql`update audit_entry set actor = 'operator' where chain_position = 3`],
    ["a missing entry", sql`delete from audit_entry where chain_position = 3`],
    ["a hash of its own", sql`update audit_entry set hash = 'x' where chain_position = 3`],
  ])("%s is found at its place", async (_, statement) => {
    const [one = ""] = offices;
    await write(one, 5);
    await hashAuditChain(database);
    await change(sql`${statement} and organization_id = ${one}`);
    expect(await verifyAuditChain(database)).toEqual({ intact: false, organizationId: one, position: 3 });
  });

  test("two that chain at once do not disturb each other", async () => {
    await write(firstOf(offices), 50);
    const hashed = await Promise.all([hashAuditChain(database), hashAuditChain(database)]);
    expect(hashed[0] + hashed[1]).toBe(50);
    expect(await verifyAuditChain(database)).toMatchObject({ intact: true });
  });
});

describe("an entry's text", () => {
  test("does not depend on the order of its keys", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (details) => {
        const turned = Object.fromEntries(Object.entries(details).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(details));
        expect(JSON.parse(canonicalJson(details))).toEqual(JSON.parse(JSON.stringify(details)));
      }),
    );
  });

  test("covers the hash before, the place and every field", () => {
    const entry = {
      organizationId: "one",
      sequence: 1,
      at: new Date(0),
      actor: "tick",
      action: "nudges-queued",
      subjectKind: "outbox_message",
      subjectId: null,
      details: { left: undefined, kept: 1 },
    };
    const hashes = [
      chainEntry("", 1, entry),
      chainEntry("x", 1, entry),
      chainEntry("", 2, entry),
      chainEntry("", 1, { ...entry, at: new Date(1) }),
      chainEntry("", 1, { ...entry, subjectId: "two" }),
      chainEntry("", 1, { ...entry, details: { kept: 2 } }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(chainEntry("", 1, { ...entry, details: { kept: 1 } })).toBe(hashes[0]);
  });
});
