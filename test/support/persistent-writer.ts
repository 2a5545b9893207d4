import { sql } from "drizzle-orm";
import type { Database } from "../../db/scope.ts";
import { type Call, requestOf } from "./api.ts";
import { rowsOf } from "./two-offices.ts";

/** What the writes name of the office. */
export type WriterFacts = {
  readonly unitId: string;
  readonly catalogueId: string;
  readonly taskId: string;
  /** The head who writes notes. */
  readonly appointmentId: string;
};

type Write = {
  readonly name: string;
  readonly call: (facts: WriterFacts, mark: string) => Call;
  /** Where the mark stands when it was done; a double is a second row. */
  readonly stands: `${string}.${string}`;
  readonly acting?: true;
};

const WRITES: readonly Write[] = [
  { name: "add-unit", call: (_, mark) => ({ body: { name: mark } }), stands: "unit.name" },
  {
    name: "add-group",
    call: (_, mark) => ({ body: { name: mark, aliases: [] } }),
    stands: "unit_group.name",
  },
  {
    name: "invite-member",
    call: ({ unitId }, mark) => ({ body: { name: mark, role: "focal", unit_id: unitId } }),
    stands: "member.name",
  },
  {
    name: "create-key",
    call: (_, mark) => ({ body: { scope: "read", name: mark } }),
    stands: "api_key.name",
  },
  {
    name: "open-round",
    call: ({ catalogueId, unitId }, mark) => ({
      body: {
        catalogue_id: catalogueId,
        label: mark,
        due_on: "2026-12-01",
        reporters: [{ unit_id: unitId }],
      },
    }),
    stands: "reporting_round.label",
  },
  {
    name: "submit-progress-update",
    call: ({ taskId }, mark) => ({ body: { task_id: taskId, text: `đang làm (${mark})` } }),
    stands: "progress_update.text",
    acting: true,
  },
];

/** Facts of phường Hải An for a writer whose notes come from that unit's head. */
export const writerFacts = async (database: Database, unit: string): Promise<WriterFacts> => {
  const [facts] = await database.asOwner((db) =>
    rowsOf<WriterFacts>(
      db,
      sql`select u.id as "unitId", t.catalogue_id as "catalogueId", t.id as "taskId", p.id as "appointmentId"
            from organization o
            join unit u on u.organization_id = o.id and u.name = ${unit}
            join appointment p on p.organization_id = o.id and p.unit_id = u.id and p.role = 'head'
            join assignment a on a.organization_id = o.id and a.unit_id = u.id and a.role = 'lead'
            join task t on t.organization_id = o.id and t.id = a.task_id and not t.is_heading
           where o.code = 'hai-an' order by t.position limit 1`,
    ),
  );
  if (facts === undefined) throw new Error(`nobody heads ${unit}`);
  return facts;
};

/** Between two requests, as another system takes its time; no test waits for it. */
const PAUSE_MS = 20;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/**
 * Another system that writes one thing after another through the API, and asks each again under the same
 * `Idempotency-Key` until it is answered, wherever the product or its database has gone meanwhile.
 */
export const persistentWriter = (options: {
  readonly address: () => string | null;
  readonly key: string;
  readonly facts: WriterFacts;
  readonly random: () => number;
}) => {
  const { address, key, facts, random } = options;
  const written: { readonly write: Write; readonly mark: string }[] = [];
  const counts = { requests: 0, repeated: 0, replayed: 0 };

  const send = async ({ name, call, acting }: Write, mark: string): Promise<Response | null> => {
    const to = address();
    if (to === null) return null;
    const asked = { ...call(facts, mark), headers: { "idempotency-key": mark } };
    const { path, init } = requestOf(name, asked, key, acting ? facts.appointmentId : null);
    const answer = await fetch(`${to}${path}`, { ...init, signal: AbortSignal.timeout(10_000) })
      .then(async (given) => ({ given, text: await given.text() }))
      .catch(() => null);
    if (answer === null || answer.given.status >= 500 || answer.given.status === 429) return null;
    if (!answer.given.ok) throw new Error(`${name}: ${answer.given.status} ${answer.text}`);
    return answer.given;
  };

  const one = async (): Promise<void> => {
    const write = WRITES[Math.floor(random() * WRITES.length)];
    if (write === undefined) throw new Error("nothing to write");
    const mark = `ghi-${written.length}`;
    written.push({ write, mark });
    counts.requests += 1;
    for (;;) {
      const answer = await send(write, mark);
      if (answer !== null) {
        if (answer.headers.get("idempotency-replayed") === "true") counts.replayed += 1;
        return;
      }
      if (address() !== null) counts.repeated += 1;
      await pause();
    }
  };

  return {
    counts,
    /** Until `ended`, and what was begun to its answer. */
    write: async (ended: () => boolean): Promise<void> => {
      while (!ended()) {
        await one();
        await pause();
      }
    },
    /** What does not stand exactly once, with one answer kept and one entry of the audit. */
    wrong: (database: Database): Promise<readonly string[]> =>
      database.asOwner(async (db) => {
        const wrong: string[] = [];
        for (const { write, mark } of written) {
          const [table = "", column = ""] = write.stands.split(".");
          const found = await rowsOf<{ rows: number; entries: number; answers: number }>(
            db,
            sql`with made as (select id from ${sql.identifier(table)}
                               where ${sql.identifier(column)} in (${mark}, ${`đang làm (${mark})`}))
                select (select count(*) from made)::int as rows,
                       (select count(*) from audit_entry
                         where subject_id in (select id from made union all
                                              select id from appointment where member_id in (select id from made))
                       )::int as entries,
                       (select count(*) from answered_request where idempotency_key = ${mark})::int as answers`,
          );
          if (found[0]?.rows !== 1 || found[0].entries !== 1 || found[0].answers !== 1)
            wrong.push(`${write.name} ${mark}: ${JSON.stringify(found)}`);
        }
        return wrong;
      }),
  };
};
