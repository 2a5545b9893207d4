import { sql } from "drizzle-orm";
import type { SystemTx } from "../scope.ts";
import { rows } from "./rows.ts";

/** Which of those files are named: by a note of any organization, or by an update that waits to become one. */
export const selectNamedFiles = async (
  tx: SystemTx,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (hashes.length === 0) return new Set();
  // A PostgreSQL array literal: the one form that both drivers bind alike; hashes hold hex digits alone.
  const wanted = sql`${`{${hashes.join(",")}}`}::text[]`;
  const named = await rows<{ sha256: string }>(
    tx,
    sql`select a.sha256 from attachment a where a.sha256 = any(${wanted})
        union
        select u.content -> 'kept' -> 'value' ->> 'sha256'
          from incoming_update u
         where u.handled_at is null and u.content -> 'kept' -> 'value' ->> 'sha256' = any(${wanted})`,
  );
  return new Set(named.map(({ sha256 }) => sha256));
};
