import { sql } from "drizzle-orm";
import type { Db } from "../../db/scope.ts";
import { UUID } from "./fingerprint.ts";
import { markOf, type Twin } from "./office-twins.ts";
import { rowsOf, type TenantTable } from "./two-offices.ts";

/** What nobody can expect to be the same twice: drawn by chance, counted over all offices, or how sending went. */
const BY_NATURE: Readonly<Record<string, readonly string[]>> = {
  any: ["sequence", "hash", "key_hash", "token_hash", "code_hash", "hint"],
  answered_request: ["request_hash", "headers", "body"],
  chat_link: ["account", "chat_key"],
  outbox_message: [
    "account",
    "chat_key",
    "not_before",
    "attempts",
    "claimed_by",
    "claimed_at",
    "sent_keys",
    "failure",
  ],
  event_delivery: ["state", "attempts", "not_before", "settled_at", "last_status", "last_problem"],
  subscription: ["secret"],
};
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g;

/**
 * Every row of a copied office, of the offices below it, and of its answers to nobody in particular, one line each:
 * the same for two copies to which the same has happened, at whatever time.
 */
export const standingOf = async (
  db: Db,
  tables: readonly TenantTable[],
  twin: Twin,
): Promise<readonly string[]> => {
  const office = twin.organizationId;
  const found = await rowsOf<{ name: string; row: string }>(
    db,
    sql.join(
      [
        ...tables.map(({ name, key }) => {
          const columns = [...(BY_NATURE.any ?? []), ...(BY_NATURE[name] ?? [])];
          return sql`select ${name}::text as name, (to_jsonb(t) - ${sql.raw(`array['${columns.join("','")}']`)})::text as row
                       from ${sql.identifier(name)} t
                      where ${sql.identifier(key)} = ${office}
                         or ${sql.identifier(key)} in (select id from organization where superior_id = ${office})`;
        }),
        sql`select 'said to nobody', jsonb_build_object('message', message, 'state', state)::text
              from outbox_message where organization_id is null and chat_key in (${sql.join(
                [...twin.chats.values()].map((key) => sql`${key}`),
                sql`, `,
              )})`,
      ],
      sql` union all `,
    ),
  );
  return found.map(({ name, row }) => {
    const known = row
      .replaceAll(`${markOf(twin.number)}"`, '"')
      .replace(UUID, (id) => twin.sourceOf(id) ?? "new")
      .replace(INSTANT, "then");
    return `${name} ${known}`;
  });
};

/** What is there more often than among the others. */
export const beyond = (lines: readonly string[], others: readonly string[]): readonly string[] => {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const known = left.get(line) ?? 0;
    left.set(line, known - 1);
    return known <= 0;
  });
};
