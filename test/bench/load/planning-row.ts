import postgres from "postgres";
import { findDueWork } from "../../../api/nudges/find-due-work.ts";
import { readPolicies } from "../../../api/nudges/load-planning-facts.ts";
import { queueDueNudges } from "../../../api/nudges/queue-due-nudges.ts";
import { newId } from "../../../api/shared/ids.ts";
import { connectPostgres } from "../../../db/connect-postgres.ts";
import { migrate } from "../../../db/migrate.ts";
import { lastTick } from "../../../db/queries/system-due-queries.ts";
import type { Database } from "../../../db/scope.ts";
import { medianOf } from "./load-order.ts";
import type { LoadSize } from "./load-size.ts";
import type { Figure } from "./load-table.ts";
import { seedOffices } from "./seed-offices.ts";

/** A working morning, ten working days before four tasks of each office are due; the others are months away. */
const PLANNED_AT = new Date("2026-10-14T07:30:00+07:00");
const LAST_TICK = "2026-10-14T07:29:00+07:00";
const DUE = "case when t < 4 then date '2026-10-28' else date '2026-12-20' - t % 20 end";
/** The day before, everybody was served. */
const SERVED = `insert into tick (at, queued, skipped, withdrawn)
  select at, 0, 0, 0 from generate_series(timestamptz '2026-10-13T07:00:00+07:00', '2026-10-13T17:00:00+07:00', '10 minutes') at`;
const WIDER = 10;
const WRITTEN = ["nudge", "outbox_message", "audit_entry"] as const;

type Planned = { readonly ours: number; readonly bare: number; readonly rows: number };

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
};

/** What the tick does up to the ledger, the digests and their audit entries. */
const planMorning = async (database: Database): Promise<void> => {
  const policyOf = readPolicies();
  const now = PLANNED_AT;
  const due = await database.inSystem(async (tx) => findDueWork(tx, now, await lastTick(tx), policyOf));
  await queueDueNudges({ database, now, newId: () => newId(now), policyOf }, due);
};

/** Ours, then the same rows by bare statements into the same tables, in turn. */
const measure = async (serverUrl: string, name: string, size: LoadSize, tasks: number): Promise<Planned> => {
  const server = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  await server.unsafe(`create database ${name}`);
  await server.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const database = connectPostgres(url.toString(), 2);
  await migrate(database);
  const owner = postgres(url.toString(), { max: 1, onnotice: () => undefined });
  try {
    await seedOffices((statement) => owner.unsafe(statement), {
      offices: size.plannedOffices,
      units: size.plannedUnits,
      tasks,
      years: 1,
      notes: false,
      liveOn: "2026-01-05",
      dueOn: DUE,
      lastTick: LAST_TICK,
    });
    await owner.unsafe(SERVED);
    const ours: number[] = [];
    const bare: number[] = [];
    let rows = 0;
    for (let round = 0; round < size.rounds; round += 1) {
      await owner.unsafe(`truncate ${WRITTEN.join(", ")}`);
      ours.push(await seconds(() => planMorning(database)));
      const [counted] = await owner<
        { rows: number }[]
      >`select count(*)::int as rows from nudge where outcome = 'queued'`;
      rows = counted?.rows ?? 0;
      for (const table of WRITTEN)
        await owner.unsafe(`create temp table kept_${table} as select * from ${table}`);
      await owner.unsafe(`truncate ${WRITTEN.join(", ")}`);
      bare.push(
        await seconds(async () => {
          for (const table of WRITTEN)
            await owner.unsafe(`insert into ${table} overriding system value select * from kept_${table}`);
        }),
      );
      for (const table of WRITTEN) await owner.unsafe(`drop table kept_${table}`);
    }
    if (rows !== size.plannedOffices * 4) throw new Error(`${rows} nudges were planned`);
    return { ours: medianOf(ours), bare: medianOf(bare), rows };
  } finally {
    await owner.end();
    await database.close();
  }
};

/** A morning's planning beside the bare writing of its rows; then with ten times the catalogue and as many due. */
export const planningRows = async (size: LoadSize, serverUrl: string): Promise<readonly Figure[]> => {
  const usual = await measure(serverUrl, "planning", size, size.tasks);
  const wide = await measure(serverUrl, "planning_wide", size, size.tasks * WIDER);
  const offices = `${size.plannedOffices} offices × ${size.plannedUnits} units × ${size.tasks} tasks`;
  return [
    {
      name: `planning a morning, ${offices}`,
      value: usual.ours / usual.bare,
      unit: "times the bare INSERT … SELECT",
      bound: 2,
      within: "at most",
      made: `${usual.rows} nudges, ours ${usual.ours.toFixed(2)} s, bare ${usual.bare.toFixed(2)} s`,
    },
    {
      name: `planning with ${WIDER} times the catalogue`,
      value: wide.ours / usual.ours,
      unit: "times as long",
      bound: 1.3,
      within: "at most",
      made: `${wide.rows} nudges, ${wide.ours.toFixed(2)} s, before ${usual.ours.toFixed(2)} s`,
    },
  ];
};
