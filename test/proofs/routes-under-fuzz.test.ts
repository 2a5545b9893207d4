import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { API_ROUTES } from "../../api/api-routes.ts";
import type { AnyRoute } from "../../api/http/api-route.ts";
import { refusalsOf } from "../../api/http/describe-route.ts";
import { problemSchema } from "../../api/http/problem.ts";
import { REFUSALS } from "../../api/shared/refusals.ts";
import { freshDatabase } from "../support/database.ts";
import { fingerprintOf } from "../support/fingerprint.ts";
import { announceFuzzing, CASES, fuzzed } from "../support/fuzz-cases.ts";
import { wellFormed } from "../support/hostile-values.ts";
import { callOf } from "../support/operation-calls.ts";
import { fieldsIn, OPERATIONS } from "../support/operation-schemas.ts";
import { type ProofOffices, proofOffices } from "../support/proof-offices.ts";
import { type Described, type FuzzRequest, requestArbitrary } from "../support/request-arbitrary.ts";
import { hasWritten } from "../support/undone-database.ts";

const documentSchema = z.looseObject({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({
        operationId: z.string(),
        parameters: z
          .array(z.looseObject({ name: z.string(), in: z.string(), schema: z.looseObject({}) }))
          .default([]),
        requestBody: z
          .looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.looseObject({}) })) })
          .optional(),
      }),
    ),
  ),
});

let house: ProofOffices;
let document: z.output<typeof documentSchema>;
let untouched: string;
/** What the last transactions would have changed, though they refused. */
const changedByRefusal: string[] = [];

const refusedIn = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  (("ok" in value && value.ok === false) ||
    ("kind" in value && (value.kind === "refused" || value.kind === "invalid")));

beforeAll(async () => {
  const rowsOfA = async (db: Parameters<typeof fingerprintOf>[0]) =>
    JSON.stringify(await fingerprintOf(db, house.tables, house.a.organizationId));
  house = await proofOffices(await freshDatabase(), async (db, value) => {
    if (untouched === undefined || !refusedIn(value) || !(await hasWritten(db))) return;
    if ((await rowsOfA(db)) !== untouched) changedByRefusal.push(JSON.stringify(value));
  });
  untouched = await house.database.asOwner(rowsOfA);
  document = documentSchema.parse(await (await house.door.app.request("/openapi.json")).json());
  announceFuzzing("requests");
});

const described = (name: string): Described => {
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, { operationId, parameters, requestBody }] of Object.entries(methods))
      if (operationId === name)
        return {
          name,
          method,
          path,
          parameters,
          bodies: Object.fromEntries(
            Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => [type, schema]),
          ),
        };
  throw new Error(`/openapi.json describes no ${name}`);
};

/** Words of the machine room: none of them is anybody's business outside. */
const INTERNALS =
  /node_modules|file:\/\/|\/(?:tmp|home|root|work|usr)\/|\.tsx?\b|\bat \S+ \(|\b(?:Type|Range|Syntax|Reference|Zod|Drizzle\w*|Postgres)Error|\bselect .+ from |insert into|dondoc_(?:app|system)|\bconstraint\b|\brelation\b|violates|stack/i;

const callers = () => {
  const { tokens, posts, session } = house;
  const key = (token: string, post?: { readonly appointmentId: string }): Record<string, string> => ({
    authorization: `Bearer ${token}`,
    ...(post === undefined ? {} : { "acting-appointment": post.appointmentId }),
  });
  return [
    key(tokens.admin),
    key(tokens.read),
    key(tokens.admin, posts.head),
    key(tokens.admin, posts.leader),
    key(tokens.write, posts.consolidator),
    key(session("head")),
    key(session("admin")),
    key("dondoc_nothing"),
    {},
  ];
};

const send = ({ method, target, headers, body, caller }: FuzzRequest): Response | Promise<Response> => {
  const form = new FormData();
  if (body !== null && typeof body === "object" && "file" in body)
    form.set("file", new File([body.file], wellFormed(body.name)));
  return house.door.app.request(target, {
    method,
    headers: { ...callers()[caller], ...headers },
    ...(body === null ? {} : { body: typeof body === "object" && "file" in body ? form : body }),
  });
};

/** The operation that really stands at this method and path; another one than was meant, or none. */
const answering = ({ method, target }: FuzzRequest): AnyRoute | null => {
  const path = (target.split("?")[0] ?? "").replace(/^\/api\/v1/, "");
  const fits = (route: AnyRoute): boolean =>
    route.method === method.toLowerCase().replace("head", "get") &&
    new RegExp(`^${route.path.replace(/\{\w+\}/g, "[^/]+")}$`).test(path);
  return API_ROUTES.find(fits) ?? null;
};

const expectHonest = async (request: FuzzRequest, answer: Response): Promise<void> => {
  const text = await answer.text();
  // A machine that is too busy to read a file in its time says so by a refusal of its own.
  if (text.includes('"file_reading_too_slow"')) expect(answer.status).toBe(503);
  else if (answer.status >= 500)
    throw new Error(`${answer.status} ${text}\n${house.door.logged.at(-2) ?? ""}`);
  const route = answering(request);
  const id = answer.headers.get("x-request-id");
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  if (answer.status >= 400) {
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(changedByRefusal).toEqual([]);
    if (request.method === "HEAD") return;
    expect(text).not.toMatch(INTERNALS);
    const problem = problemSchema.strict().parse(JSON.parse(text));
    expect(problem).toMatchObject({ request_id: id, status: answer.status });
    const declared: readonly string[] = route === null ? Object.keys(REFUSALS) : refusalsOf(route);
    expect([...declared, "not_found"]).toContain(problem.code);
    return;
  }
  if (route === null || answer.status === 304 || request.method === "HEAD") return;
  if (route.answer === null) expect(text).toBe("");
  else if (route.answer !== "file")
    expect(route.answer.safeParse(JSON.parse(text)).error, text.slice(0, 500)).toBeUndefined();
};

describe("any request whatever", () => {
  it("is drawn from patterns that any program reads: no flags stand behind them", () => {
    const patterns: string[] = [];
    JSON.stringify(document, (key, value: unknown) => {
      if (key === "pattern" && typeof value === "string") patterns.push(value);
      return value;
    });
    expect(patterns.length).toBeGreaterThan(10);
    expect(patterns.filter((pattern) => /\/[a-z]+$/.test(pattern))).toEqual([]);
  });

  it.each(OPERATIONS)(
    "to %s is answered, or refused by a problem that tells nothing of the house",
    async (name) => {
      const own = callOf(name, house.a);
      const foreign = callOf(name, house.b);
      const fields = [fieldsIn({ ...own, file: null }), fieldsIn({ ...foreign, file: null })];
      const known = (field: string) =>
        fields.map((given) => given.get(field)).filter((value) => value !== undefined);
      const request = requestArbitrary(described(name), own, known, document, callers().length);
      await fc.assert(
        fc.asyncProperty(request, async (asked) => {
          changedByRefusal.length = 0;
          await expectHonest(asked, await send(asked));
        }),
        { ...fuzzed(1 / OPERATIONS.length, name), endOnFailure: CASES < 1_000 },
      );
    },
  );

  it("has left the office as it was", async () => {
    const { database, tables, a } = house;
    const rows = await database.asOwner((db) => fingerprintOf(db, tables, a.organizationId));
    expect(JSON.stringify(rows)).toBe(untouched);
  });
});
