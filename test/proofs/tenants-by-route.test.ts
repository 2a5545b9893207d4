import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { AnyRoute } from "../../api/http/api-route.ts";
import { problemSchema } from "../../api/http/problem.ts";
import type { Call } from "../support/api.ts";
import { freshDatabase } from "../support/database.ts";
import { fingerprintOf, idsOf, UUID } from "../support/fingerprint.ts";
import { callOf, type Ids, OPERATION_CALLS } from "../support/operation-calls.ts";
import { fieldsIn, idFieldsOf, OPERATIONS } from "../support/operation-schemas.ts";
import { type ProofOffices, proofOffices } from "../support/proof-offices.ts";
import { MARKER } from "../support/two-offices.ts";
import { hasWritten } from "../support/undone-database.ts";

/** Of two fields one may be sent: each is tried alone. */
const EITHER: Readonly<Record<string, readonly string[]>> = {
  "create-calendar-feed": ["member_id", "unit_id"],
};

let house: ProofOffices;
/** Ids that stand in a row of B and in none of A. */
let idsOfB: ReadonlySet<string>;
let untouched: string;
/** B's rows as each writing transaction would have left them. */
const left: string[] = [];

beforeAll(async () => {
  const of = async (db: Parameters<typeof fingerprintOf>[0]) =>
    JSON.stringify(await fingerprintOf(db, house.tables, house.b.organizationId));
  house = await proofOffices(await freshDatabase(), async (db) => {
    if (await hasWritten(db)) left.push(await of(db));
  });
  const { database, tables, a, b } = house;
  const ofA = await database.asOwner((db) => idsOf(db, tables, a.organizationId));
  const ofB = await database.asOwner((db) => idsOf(db, tables, b.organizationId));
  idsOfB = new Set([...ofB].filter((id) => !ofA.has(id)));
  untouched = await database.asOwner(of);
});

/** Those who might get through: the key that may all, in nobody's post and in posts, and people by their sessions. */
const callers = () => {
  const { door, posts, tokens, session } = house;
  const key = door.with(tokens.admin);
  return {
    "the key": key,
    "the key in the head's post": key.in(posts.head),
    "the key in the consolidator's post": key.in(posts.consolidator),
    "the head": door.with(session("head")),
    "the administrator": door.with(session("admin")),
  };
};

const givenIn = ({ params, query, body }: Call) => fieldsIn({ params, query, body });

/** The same with another value in every field of that name. */
const withField = <Value>(value: Value, field: string, other: unknown): Value =>
  JSON.parse(JSON.stringify(value), (key, item: unknown) => (key === field ? other : item));

/** Every way to slip in what is B's: all fields at once, and each alone among A's own. */
const foreignCalls = (name: string, route: AnyRoute, a: Ids, b: Ids): readonly Call[] => {
  const call = (known: Ids): Call => callOf(name, known);
  const given = givenIn(call(b));
  const fields = [...idFieldsOf(route)].filter((field) => given.has(field));
  const alone = (field: string): Call => {
    const { file, ...rest } = call(a);
    return { ...withField(rest, field, given.get(field)), ...(file === undefined ? {} : { file }) };
  };
  return [call(b), ...(fields.length < 2 ? [] : fields.map(alone))];
};

/** A list by a filter that fits nothing. */
const emptyListSchema = z.object({ items: z.tuple([]), next_cursor: z.null() });

describe("every operation of the API", () => {
  it("is asked below, with an id in every field that takes one", () => {
    expect(new Set(Object.keys(OPERATION_CALLS))).toEqual(new Set(OPERATIONS.map(([name]) => name)));
    for (const [name, route] of OPERATIONS) {
      const given = givenIn(callOf(name, house.b));
      const missing = [...idFieldsOf(route)].filter((field) => !given.has(field));
      const either = EITHER[name] ?? [];
      expect(
        missing.filter((field) => !either.includes(field) || missing.length === either.length),
        name,
      ).toEqual([]);
    }
  });

  it.each(OPERATIONS)(
    "%s, asked in office A for B's ids, tells and changes nothing of B",
    async (name, route) => {
      const foreign = idFieldsOf(route).size > 0;
      for (const call of foreignCalls(name, route, house.a, house.b))
        for (const [who, door] of Object.entries(callers())) {
          left.length = 0;
          const answer = await door.ask(name, call);
          const text = await answer.text();
          const told = `${who}, ${JSON.stringify({ ...call, file: undefined })}: ${answer.status} ${text.slice(0, 300)}`;
          expect(text, told).not.toContain(MARKER);
          const sent = JSON.stringify({ ...call, file: undefined });
          const ids = [...text.matchAll(UUID)].map(([id]) => id);
          expect(
            ids.filter((id) => idsOfB.has(id) && !sent.includes(id)),
            told,
          ).toEqual([]);
          for (const rows of left) expect(rows === untouched, told).toBe(true);
          if (!foreign) continue;
          if (answer.ok)
            expect(emptyListSchema.safeParse(JSON.parse(text)), told).toMatchObject({ success: true });
          else {
            expect([400, 403, 404, 409, 422], told).toContain(answer.status);
            expect(answer.headers.get("content-type"), told).toBe("application/problem+json");
            problemSchema.parse(JSON.parse(text));
          }
        }
    },
  );

  it("has left B as it was", async () => {
    const { database, tables, b } = house;
    const rows = await database.asOwner((db) => fingerprintOf(db, tables, b.organizationId));
    expect(JSON.stringify(rows)).toBe(untouched);
  });
});
