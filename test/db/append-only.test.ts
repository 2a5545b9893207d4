import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { submitProgressUpdate } from "../../api/progress/submit-progress-update.ts";
import { type Database, tenantScope } from "../../db/scope.ts";
import { freshDatabase } from "../support/database.ts";
import { haiAn } from "../support/office.ts";
import { rowsOf } from "../support/two-offices.ts";
import { sqlStateOf } from "./sql-state.ts";

/**
 * What was written stays as it was written, also for whoever gets hold of the application's connection in its own
 * office: the grants say so, not the code.
 */

/** The only columns that may still change: a note is replaced or withdrawn, never rewritten. */
const CHANGEABLE: Readonly<Record<string, readonly string[]>> = {
  progress_update: ["replaced_by_id", "withdrawn_at", "withdrawn_by"],
  audit_entry: [],
  catalogue_version: [],
  task_revision: [],
};

let database: Database;
let organizationId: string;

beforeAll(async () => {
  database = await freshDatabase();
  const office = await haiAn(database);
  ({ organizationId } = office);
  const [task] = await office.read((tx) =>
    rowsOf<{ id: string }>(
      tx.db,
      sql`select t.id from task t join assignment a on a.organization_id = t.organization_id and a.task_id = t.id
            join appointment p on p.organization_id = a.organization_id and p.unit_id = a.unit_id
           where p.id = ${office.as("head").appointmentId} and not t.is_heading limit 1`,
    ),
  );
  await office
    .at("2026-09-08T09:00:00+07:00")
    .as(office.as("head"))
    .do(submitProgressUpdate, { taskId: task?.id ?? "", text: "đang làm", messageKey: null });
});

/** PostgreSQL's code of the refusal; null when the statement went through. */
const refusalOf = async (statement: ReturnType<typeof sql>): Promise<string | null> =>
  database
    .inTenant(tenantScope(organizationId), (tx) => tx.db.execute(statement))
    .then(() => null, sqlStateOf);

describe.each(Object.entries(CHANGEABLE))("%s", (name, changeable) => {
  const table = sql.identifier(name);

  it("has rows to protect", async () => {
    const [count] = await database.inTenant(tenantScope(organizationId), (tx) =>
      rowsOf<{ n: number }>(tx.db, sql`select count(*)::int as n from ${table}`),
    );
    expect(count?.n).toBeGreaterThan(0);
  });

  it("is neither deleted nor truncated", async () => {
    expect(await refusalOf(sql`delete from ${table}`)).toBe("42501");
    expect(await refusalOf(sql`truncate ${table}`)).toBe("42501");
  });

  it("changes in no column but those of its withdrawal", async () => {
    const columns = await database.asOwner((db) =>
      rowsOf<{ name: string }>(
        db,
        sql`select column_name as name from information_schema.columns
             where table_schema = 'public' and table_name = ${name} and is_identity = 'NO'`,
      ),
    );
    expect(columns.length).toBeGreaterThan(3);
    for (const column of columns) {
      const own = sql.identifier(column.name);
      expect(await refusalOf(sql`update ${table} set ${own} = ${own}`), column.name).toBe(
        changeable.includes(column.name) ? null : "42501",
      );
    }
  });
});

it("lets the system change an audit entry's place in the chain, and nothing it says", async () => {
  const bySystem = (statement: ReturnType<typeof sql>) =>
    database.inSystem((tx) => tx.db.execute(statement)).then(() => null, sqlStateOf);
  expect(await bySystem(sql`update audit_entry set hash = hash, chain_position = chain_position`)).toBeNull();
  for (const statement of [
    sql`update audit_entry set details = '{}'`,
    sql`update audit_entry set at = now()`,
    sql`update audit_entry set actor = 'nobody'`,
    sql`delete from audit_entry`,
    sql`update progress_update set text = ''`,
    sql`delete from progress_update`,
    sql`delete from task_revision`,
  ])
    expect(await bySystem(statement)).toBe("42501");
});
