import { sql } from "drizzle-orm";
import { organization } from "../../db/schema/organizations.ts";
import type { Database } from "../../db/scope.ts";

/** What was built in each database, by name: the schema that keeps its rows, and what building it answered. */
const built = new WeakMap<Database, Map<string, { readonly schema: string; readonly answer: unknown }>>();

/**
 * What `build` writes into a database in which nobody has an office yet. The first time it is built by the real way,
 * afterwards its rows are brought back as they were (a tenth of the time), with the same ids.
 */
export const onceFor = async <T>(database: Database, name: string, build: () => Promise<T>): Promise<T> => {
  if (!(await isEmpty(database))) return build();
  const ofDatabase = built.get(database) ?? new Map();
  built.set(database, ofDatabase);
  const known = ofDatabase.get(name);
  if (known !== undefined) {
    await run(database, bringBack(known.schema));
    return known.answer as T;
  }
  const answer = await build();
  const schema = `kept_${ofDatabase.size}`;
  await run(database, keep(schema));
  ofDatabase.set(name, { schema, answer });
  return answer;
};

const run = (database: Database, statement: string): Promise<unknown> =>
  database.asOwner((db) => db.transaction((tx) => tx.execute(sql.raw(statement))));

const isEmpty = (database: Database): Promise<boolean> =>
  database.asOwner(async (db) => (await db.$count(organization)) === 0);

/** Statements written out once: a function's plans are kept, those of a loop over all tables are made each time. */
const keep = (schema: string): string => `
  do $$ declare kept record; filled boolean; steps text := ''; begin
    create schema ${schema};
    for kept in
      select relname, string_agg(quote_ident(attname), ', ' order by attnum) as columns
        from pg_attribute join pg_class on pg_class.oid = attrelid
       where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'schema_migration'
         and attnum > 0 and not attisdropped and attgenerated = ''
       group by relname
    loop
      execute format('select exists (select from public.%I)', kept.relname) into filled;
      continue when not filled;
      execute format('create table ${schema}.%1$I as table public.%1$I', kept.relname);
      steps := steps || format(
        'insert into public.%1$I (%2$s) overriding system value select %2$s from ${schema}.%1$I;',
        kept.relname, kept.columns);
    end loop;
    execute format('create function ${schema}.bring_back() returns void language plpgsql as %L',
      'begin set local session_replication_role = replica; ' || steps || ' end');
  end $$`;

/** Triggers and foreign keys have had their say; what is generated is generated again. */
const bringBack = (schema: string): string => `select ${schema}.bring_back()`;
