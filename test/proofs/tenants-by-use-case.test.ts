import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { loadMemberActor } from "../../api/members/load-member-actor.ts";
import { openWork } from "../../api/organizations/open-work.ts";
import type { Result } from "../../api/shared/result.ts";
import type { Work } from "../../api/shared/work.ts";
import { useCases } from "../../bot/use-cases.ts";
import { type Database, tenantScope } from "../../db/scope.ts";
import { freshDatabase } from "../support/database.ts";
import { fingerprintOf, idsOf, UUID } from "../support/fingerprint.ts";
import {
  type Known,
  MARKER,
  rowsOf,
  type TenantTable,
  tenantTables,
  twoOffices,
} from "../support/two-offices.ts";
import { hasWritten, undoneDatabase } from "../support/undone-database.ts";
import { USE_CASE_INPUTS } from "../support/use-case-inputs.ts";

const NOW = new Date("2026-09-15T08:00:00+07:00");

/** They look for what an id names, and answer that nothing was found. */
const FIND_NOTHING: readonly string[] = ["find-units", "list-claims"];

type Run = (work: Work, input: unknown) => Promise<Result<unknown>>;
const CASES: readonly (readonly [string, Run, (k: Known) => object])[] = Object.entries(useCases).map(
  ([name, run]) => [name, run as Run, USE_CASE_INPUTS[name as keyof typeof useCases]],
);

let database: Database;
let door: Database;
let a: Known;
let b: Known;
let tables: readonly TenantTable[];
let idsOfB: ReadonlySet<string>;
let untouched: string;
let left: string | null = null;
/** Chats of A: of a head, a leader, the administrator. */
let chats: readonly string[];

beforeAll(async () => {
  database = await freshDatabase();
  ({ a, b } = await twoOffices(database));
  tables = await database.asOwner(tenantTables);
  const rowsOfB = async (db: Parameters<typeof fingerprintOf>[0]) =>
    JSON.stringify(await fingerprintOf(db, tables, b.organizationId));
  door = undoneDatabase(database, async (db) => {
    left = (await hasWritten(db)) ? await rowsOfB(db) : null;
  });
  untouched = await database.asOwner(rowsOfB);
  const ofA = await database.asOwner((db) => idsOf(db, tables, a.organizationId));
  const ofB = await database.asOwner((db) => idsOf(db, tables, b.organizationId));
  idsOfB = new Set([...ofB].filter((id) => !ofA.has(id)));
  chats = await database.asOwner(async (db) =>
    (
      await rowsOf<{ id: string }>(
        db,
        sql`select distinct on (p.role) l.id from chat_link l
              join appointment p on p.organization_id = l.organization_id and p.member_id = l.member_id
             where l.organization_id = ${a.organizationId} and l.channel = 'telegram'
               and p.role in ('head', 'leader', 'admin') order by p.role, l.id`,
      )
    ).map(({ id }) => id),
  );
});

const asked = (chatLinkId: string, run: Run, input: object): Promise<Result<unknown>> =>
  door.inBoth((both) =>
    both.asTenant(tenantScope(a.organizationId), async (tx) => {
      const actor = await loadMemberActor(tx, chatLinkId, NOW);
      if (actor === null) throw new Error("nobody speaks in this chat");
      return run(await openWork(tx, actor, NOW), input);
    }),
  );

describe("every use case of the dialogues", () => {
  it.each(CASES)(
    "%s, asked in a chat of office A for B's ids, tells and changes nothing of B",
    async (name, run, input) => {
      expect(chats).toHaveLength(3);
      const given = JSON.stringify(input(b));
      const foreign = given.match(UUID) !== null;
      for (const chat of chats) {
        const result = await asked(chat, run, input(b));
        const answer = JSON.stringify(result);
        expect(answer).not.toContain(MARKER);
        const told = [...answer.matchAll(UUID)].map(([id]) => id);
        expect(told.filter((id) => idsOfB.has(id) && !given.includes(id))).toEqual([]);
        expect(left ?? untouched).toBe(untouched);
        if (foreign && !FIND_NOTHING.includes(name)) expect(result.ok, answer.slice(0, 300)).toBe(false);
      }
    },
  );
});
