import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { loadMemberActor } from "../../api/members/load-member-actor.ts";
import { openWork } from "../../api/organizations/open-work.ts";
import type { Result } from "../../api/shared/result.ts";
import type { Work } from "../../api/shared/work.ts";
import { type UseCases, useCases } from "../../bot/use-cases.ts";
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

const NOW = new Date("2026-09-15T08:00:00+07:00");

/** Every use case that a dialogue has, asked with the ids of `k`. */
const INPUTS: { readonly [Name in keyof UseCases]: (k: Known) => UseCases[Name]["input"] } = {
  "list-tasks": (k) => ({ filter: "all", keyword: null, unitId: k.unitId, unitName: null }),
  "count-units": () => ({}),
  "show-task": (k) => ({ taskId: k.taskId }),
  "search-tasks": () => ({ query: "ke hoach" }),
  "list-due-dates": () => ({}),
  "create-feed": (k) => ({ memberId: k.memberId }),
  "list-feeds": () => ({ of: "own" }),
  "revoke-feed": (k) => ({ feedId: k.feedId }),
  "list-documents": () => ({}),
  "acknowledge-task": (k) => ({ taskId: k.taskId }),
  "acknowledge-catalogue": (k) => ({ catalogueId: k.catalogueId, unitId: k.unitId }),
  "read-message": (k) => ({ text: `${k.taskNumber} đã xong` }),
  "submit-progress-update": (k) => ({ taskId: k.taskId, text: "đang làm", messageKey: null }),
  "correct-progress-update": (k) => ({ noteId: k.noteId, text: "đang làm", messageKey: null }),
  "correct-message": (k) => ({ messageKey: `${k.messageKey}-không có`, text: "đang làm" }),
  "withdraw-progress-update": (k) => ({ noteId: k.noteId }),
  "list-claims": (k) => ({ claimId: k.claimId }),
  "settle-claim": (k) => ({ claimId: k.claimId, decision: "confirm" }),
  "find-units": (k) => ({ spellings: [k.unitId, k.groupId], among: "units and groups" }),
  "show-group": (k) => ({ groupId: k.groupId }),
  "confirm-group-members": (k) => ({ groupId: k.groupId, unitIds: [k.unitId] }),
  "invite-member": (k) => ({ unitId: k.unitId, role: "focal", name: "Bùi Văn Nam" }),
  "list-posts": () => ({}),
  "hand-over": (k) => ({ appointmentId: k.appointmentId, successorName: null }),
  "list-unassigned": () => ({}),
  "assign-task": (k) => ({ taskId: k.taskId, role: "coordinating", unit: k.unitId }),
  "end-assignment": (k) => ({ assignmentId: k.assignmentId }),
  "show-own-data": () => ({}),
  "change-member-settings": () => ({ locale: "en" }),
  "switch-post": (k) => ({ appointmentId: k.appointmentId }),
  "invite-device": () => ({}),
  "revoke-chat": (k) => ({ chatLinkId: k.chatLinkId }),
  "revoke-web-session": (k) => ({ sessionId: k.sessionId }),
  "leave-office": () => ({}),
  "list-imports": () => ({}),
  "show-import": (k) => ({ importId: k.importId }),
  "review-field": (k) => ({ importId: k.importId, revision: null, key: "rest", answer: null }),
  "preview-publication": (k) => ({ importId: k.importId }),
  "publish-import": (k) => ({ importId: k.importId, revision: null }),
  "withdraw-import": (k) => ({ importId: k.importId }),
};
/** They look for what an id names, and answer that nothing was found. */
const FIND_NOTHING: readonly string[] = ["find-units", "list-claims"];

type Run = (work: Work, input: unknown) => Promise<Result<unknown>>;
const CASES: readonly (readonly [string, Run, (k: Known) => object])[] = Object.entries(useCases).map(
  ([name, run]) => [name, run as Run, INPUTS[name as keyof UseCases]],
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
