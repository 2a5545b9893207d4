import { sql } from "drizzle-orm";
import { z } from "zod";
import { ROLES, type Role } from "../../api/members/member.ts";
import type { Database, Db } from "../../db/scope.ts";
import { type ApiHouse, apiHouse } from "./api.ts";
import { officeOf } from "./office.ts";
import { callOf, type Ids } from "./operation-calls.ts";
import { type Known, rowsOf, tenantTables, twoOffices } from "./two-offices.ts";
import { undoneDatabase } from "./undone-database.ts";

/** The day after everything that `twoOffices` lets happen. */
const NOW = new Date("2026-09-15T08:00:00+07:00");

export type Post = { readonly appointmentId: string; readonly memberId: string };

const postsOf = async (db: Db, organizationId: string): Promise<Readonly<Record<Role, Post>>> => {
  const rows = await rowsOf<Post & { readonly role: string }>(
    db,
    sql`select a.role, a.id as "appointmentId", a.member_id as "memberId"
          from appointment a left join unit u on u.organization_id = a.organization_id and u.id = a.unit_id
         where a.organization_id = ${organizationId} order by u.name like 'Phòng Văn hóa%' desc`,
  );
  const post = (role: Role): Post => {
    const found = rows.find((row) => row.role === role);
    if (found === undefined) throw new Error(`nobody is ${role}`);
    return found;
  };
  return z
    .record(z.enum(ROLES), z.custom<Post>())
    .parse(Object.fromEntries(ROLES.map((role) => [role, post(role)])));
};

const restOf = async (db: Db, organizationId: string): Promise<Omit<Ids, keyof Known>> => {
  const [row] = await rowsOf<Omit<Ids, keyof Known>>(
    db,
    sql`select (select min(id::text) from attachment where organization_id = ${organizationId}) as "attachmentId",
               (select max(id::text) from reporting_round
                 where organization_id = ${organizationId} and closed_at is null) as "openRoundId"`,
  );
  if (row === undefined) throw new Error("nothing of that office");
  return row;
};

const opened = async (database: Database, known: Known): Promise<ApiHouse> => {
  const house = await apiHouse(officeOf(database, known.organizationId, known.code));
  house.clock.set(NOW);
  return house;
};

/**
 * The two offices of the tenants' proof with the API's door over office A:
 *
 *   const { door, a, b, tokens } = await proofOffices(await freshDatabase(), look);
 *   await door.with(tokens.read).ask("show-unit", callOf("show-unit", b));
 *
 * Behind `door` every request is taken back, after `look` has seen its transaction. `a` names rows of A by which
 * each operation has something to do.
 */
export const proofOffices = async (database: Database, look?: (db: Db, value: unknown) => Promise<void>) => {
  const { a, b } = await twoOffices(database);
  const real = await opened(database, a);
  const door = await opened(undoneDatabase(database, look), a);
  // Of the same unit as head and deputy.
  await real.call("invite-member", { body: { name: "Bùi Văn Nam", role: "focal", unit_id: a.unitId } });
  const posts = await database.asOwner((db) => postsOf(db, a.organizationId));

  const known: Ids = { ...a, ...(await database.asOwner((db) => restOf(db, a.organizationId))) };
  const draft = await real.call("import-document", callOf("import-document", known));
  const evidence = callOf("add-evidence", known);
  const attachment = await real.in(posts.head).call("add-evidence", evidence);

  const tokens = {
    read: await real.key("read"),
    write: await real.key("write"),
    admin: await real.key("admin"),
  };
  const sessions = new Map<Role, string>();
  for (const role of ROLES) {
    const { code } = await real.call("invite-again", { params: { member_id: posts[role].memberId } });
    sessions.set(role, (await real.with(null).call("login", { body: { code } })).token);
  }
  // From now on no request notes when its key was last used: whoever looks at what is written sees only the rest.
  for (const token of [...Object.values(tokens), ...sessions.values()])
    await real.with(token).call("show-caller");

  return {
    database,
    door,
    posts,
    tokens,
    session: (role: Role): string => sessions.get(role) ?? "",
    tables: await database.asOwner(tenantTables),
    a: { ...known, importId: String(draft.id), attachmentId: String(attachment.id) },
    b: { ...b, ...(await database.asOwner((db) => restOf(db, b.organizationId))) },
  };
};
export type ProofOffices = Awaited<ReturnType<typeof proofOffices>>;
