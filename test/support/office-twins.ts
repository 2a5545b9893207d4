import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { drawInvitationCode } from "../../api/members/invitation-code.ts";
import type { Database, Db } from "../../db/scope.ts";
import type { Call } from "./api.ts";
import { UUID } from "./fingerprint.ts";
import { randomFrom } from "./random.ts";
import { rowsOf, tenantTables } from "./two-offices.ts";

/** Where the copies' chats are found by a messenger that is there: the first chat's number, and which bot's they are. */
type Chats = { readonly account: string; readonly firstKey: number };
/** Of the office that is copied. */
export type Source = {
  readonly organizationId: string;
  /** A code with which somebody logs in. */
  readonly code: string;
  readonly chats: Chats;
};
type Row = Readonly<Record<string, unknown>>;
type CopiedTable = {
  readonly name: string;
  readonly columns: string;
  /** As JSON, in their order. */
  readonly rows: readonly string[];
};

/** Values that no two offices may share, by the column or the words in which they stand. */
const SECRETS = new Set(["key_hash", "token_hash", "code_hash"]);
const CODES_OF_OFFICES = /\b(hai-an|duoi-mot)\b/g;
const CHATS_OF_OFFICE = 1_000;

/** Behind such a code, and nowhere else. */
export const markOf = (number: number): string => `-ban-${number}`;

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

const readTables = async (db: Db, { organizationId }: Source): Promise<readonly CopiedTable[]> => {
  const columns = await rowsOf<{ name: string; columns: string; sequence: boolean }>(
    db,
    sql`select relname as name,
               string_agg(quote_ident(attname), ', ' order by attnum) filter (where attidentity = '') as columns,
               bool_or(attidentity <> '') as sequence
          from pg_attribute join pg_class on pg_class.oid = attrelid
         where relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped and attgenerated = ''
         group by relname`,
  );
  const tables: CopiedTable[] = [];
  for (const { name, key } of await tenantTables(db)) {
    const known = columns.find((table) => table.name === name);
    if (known === undefined) throw new Error(`no table ${name}`);
    const rows = await rowsOf<{ row: string }>(
      db,
      sql`select to_jsonb(t)::text as row from ${sql.identifier(name)} t
           where ${sql.identifier(key)} = ${organizationId}
           order by ${known.sequence ? sql`t.sequence` : sql`1`}`,
    );
    if (rows.length > 0) tables.push({ name, columns: known.columns, rows: rows.map(({ row }) => row) });
  }
  return tables;
};

/** The names under which the copy of this number has what the office has. */
const twinOf = (source: Source, number: number) => {
  const sources = new Map<string, string>();
  const random = randomFrom(number);
  const code = drawInvitationCode((count) => Uint8Array.from({ length: count }, () => random() * 256));
  // What is random in it changes, the time in front stays: ids keep their order.
  const id = (uuid: string): string => {
    const own = uuid.slice(0, 24) + sha256(`${number} ${uuid}`).slice(0, 12);
    sources.set(own, uuid);
    return own;
  };
  const secret = (token: string): string => `${token}-${number}`;
  const own = (text: string): string =>
    text
      .replace(UUID, id)
      .replaceAll(source.code, code)
      .replace(CODES_OF_OFFICES, (word) => `${word}${markOf(number)}`);
  const chats = new Map<string, string>();
  return {
    number,
    /** Its chats in the messenger that is there: their keys by the ids of their links. */
    chats: chats as ReadonlyMap<string, string>,
    addChat: (linkId: string): string => {
      const key = String(source.chats.firstKey + CHATS_OF_OFFICE * number + chats.size);
      chats.set(linkId, key);
      return key;
    },
    organizationId: id(source.organizationId),
    id,
    /** Of a key or a session. */
    secret,
    code,
    value: <T>(value: T): T => JSON.parse(own(JSON.stringify(value))) as T,
    call: ({ file, ...call }: Call): Call => ({
      ...(JSON.parse(own(JSON.stringify(call))) as Call),
      ...(file === undefined ? {} : { file }),
    }),
    own,
    /** The office's id for one of its copy; null for what came later. */
    sourceOf: (uuid: string): string | null => sources.get(uuid) ?? null,
  };
};
export type Twin = ReturnType<typeof twinOf>;

/**
 * An office as often as it is wanted in one database, each with ids, tokens and chats of its own and otherwise the
 * same:
 *
 *   const copy = await officeTwins(database, { organizationId, code, secrets, chats });
 *   const twin = await copy(1);
 *   twin.value(known)                 // the copy's ids
 *   await standingOf(db, tables, twin)    // its rows, equal to another's where the same has happened to both
 *
 * The audit chain of a copy is begun anew by the next tick, since the ids of its entries are others.
 */
export const officeTwins = async (
  database: Database,
  source: Source & { readonly secrets: readonly string[] },
) => {
  const tables = await database.asOwner((db) => readTables(db, source));
  const secrets = new Map(source.secrets.map((secret) => [sha256(secret), secret]));

  const rowOf = (twin: Twin, table: string, text: string): Row => {
    const row = Object.entries(JSON.parse(twin.own(text)) as Row).map(
      ([column, value]): [string, unknown] => {
        if (!SECRETS.has(column) || typeof value !== "string") return [column, value];
        const known = secrets.get(value);
        if (value === sha256(source.code)) return [column, sha256(twin.code)];
        return [column, sha256(known === undefined ? `${twin.number} ${value}` : twin.secret(known))];
      },
    );
    const copied: Row = Object.fromEntries(row);
    if (table === "audit_entry") return { ...copied, hash: null, chain_position: null };
    if (table !== "chat_link" || copied.chat_key === null) return copied;
    return copied.channel === "telegram"
      ? { ...copied, account: source.chats.account, chat_key: twin.addChat(String(copied.id)) }
      : { ...copied, chat_key: `${copied.chat_key}-${twin.number}` };
  };

  return async (number: number): Promise<Twin> => {
    const twin = twinOf(source, number);
    await database.asOwner((db) =>
      db.transaction(async (tx) => {
        await tx.execute(sql`set local session_replication_role = replica`);
        for (const { name, columns, rows } of tables) {
          const copied = JSON.stringify(rows.map((row) => rowOf(twin, name, row)));
          await tx.execute(
            sql`insert into ${sql.identifier(name)} (${sql.raw(columns)})
                select ${sql.raw(columns)} from jsonb_populate_recordset(null::${sql.identifier(name)}, ${copied}::jsonb)`,
          );
        }
      }),
    );
    return twin;
  };
};
