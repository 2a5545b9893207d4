import { sql } from "drizzle-orm";
import type { SystemTx } from "../scope.ts";
import { composed } from "./rows.ts";

const officeOfKey = composed<{ organization_id: string }>(
  sql`select organization_id from api_key where key_hash = ${sql.placeholder("keyHash")}`,
);

/** The office that a key opens, whatever became of the key. */
export const findOfficeOfKey = async (tx: SystemTx, keyHash: string): Promise<string | null> =>
  (await officeOfKey(tx, { keyHash }))[0]?.organization_id ?? null;
