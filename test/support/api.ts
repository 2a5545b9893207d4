import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { afterAll, expect } from "vitest";
import { API_ROUTES } from "../../api/api-routes.ts";
import { createApp } from "../../api/app.ts";
import { refusalsOf } from "../../api/http/describe-route.ts";
import { problemSchema } from "../../api/http/problem.ts";
import { createKey } from "../../api/keys/create-key.ts";
import type { KeyScope } from "../../api/members/member.ts";
import { settableClock } from "../../api/shared/clock.ts";
import { MONDAY, type Office } from "./office.ts";

/** Of one test file, gone after it. */
let folder: string | null = null;
const evidenceFolder = (): string => {
  folder ??= mkdtempSync(join(tmpdir(), "dondoc-api-"));
  return folder;
};
afterAll(() => {
  if (folder !== null) rmSync(folder, { recursive: true });
});

/** After everything that the office did before: ids rise with time, and lists are in their order. */
const BEGUN = new Date(MONDAY.getTime() + 60_000);

/**
 * The API over an office, for stories told by another system:
 *
 *   const api = await apiHouse(await haiAn(await freshDatabase()));
 *   const made = await api.call("add-unit", { body: { name: "Đội xung kích" } });      // throws on a refusal
 *   const refused = await api.refused("add-unit", { body: {} });                       // a problem; throws otherwise
 *   await api.with(await api.key("read")).call("list-units");
 *   await api.in(office.as("head")).call("submit-progress-update", …);                 // the key acts in that post
 *
 * Every answer is held against the schema that its route declares: a field too many fails the test.
 */
export const apiHouse = async (
  office: Office,
  options: { readonly perMinute?: number; readonly publicUrl?: string } = {},
) => {
  const { database } = office;
  const clock = settableClock(BEGUN);
  const logged: string[] = [];
  const log = (fields: object, event: string): void => {
    logged.push(`${event} ${JSON.stringify(fields)}`);
  };
  const app = createApp({
    mounts: [],
    web: { inBoth: database.inBoth, clock, publicUrl: options.publicUrl, loopbackOnly: false },
    api: {
      inBoth: database.inBoth,
      clock,
      perMinute: options.perMinute ?? 1_000_000,
      dataDir: evidenceFolder(),
    },
    findPicture: async () => null,
    serves: async () => true,
    log: { info: log, error: log },
    describeError: (error) => ({ error: error instanceof Error ? (error.stack ?? error.message) : "?" }),
  });
  /** A key of the office, made by the operator. */
  const key = async (scope: KeyScope, where: Office = office): Promise<string> =>
    (
      await where
        .at(clock.now())
        .as("operator")
        .do(createKey, { scope, name: `khóa ${scope}` })
    ).key;
  return { app, clock, logged, office, key, ...callsOf(app, await key("admin"), null) };
};
export type ApiHouse = Awaited<ReturnType<typeof apiHouse>>;

export type Call = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
  readonly file?: { readonly bytes: Uint8Array; readonly name: string };
  readonly headers?: Readonly<Record<string, string>>;
};

const routeOf = (name: string) => {
  const route = API_ROUTES.find((one) => one.name === name);
  if (route === undefined) throw new Error(`the API has no operation ${name}`);
  return route;
};

/** The operation's call as an HTTP request. */
export const requestOf = (
  name: string,
  call: Call,
  token: string | null,
  appointmentId: string | null,
): { readonly path: string; readonly init: RequestInit } => {
  const route = routeOf(name);
  const path = route.path.replace(/\{(\w+)\}/g, (_, param: string) =>
    encodeURIComponent(call.params?.[param] ?? `no-${param}`),
  );
  const query = new URLSearchParams(
    Object.fromEntries(Object.entries(call.query ?? {}).map(([field, value]) => [field, String(value)])),
  ).toString();
  const form = new FormData();
  if (call.file !== undefined) form.set("file", new File([Buffer.from(call.file.bytes)], call.file.name));
  return {
    path: `/api/v1${path}${query === "" ? "" : `?${query}`}`,
    init: {
      method: route.method.toUpperCase(),
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(appointmentId === null ? {} : { "acting-appointment": appointmentId }),
        ...(call.body === undefined ? {} : { "content-type": "application/json" }),
        ...call.headers,
      },
      ...(call.file !== undefined
        ? { body: form }
        : call.body === undefined
          ? {}
          : { body: typeof call.body === "string" ? call.body : JSON.stringify(call.body) }),
    },
  };
};

const callsOf = (app: Hono, token: string | null, appointmentId: string | null) => {
  /** The answer as it came. */
  const ask = async (name: string, call: Call = {}): Promise<Response> => {
    const { path, init } = requestOf(name, call, token, appointmentId);
    return app.request(path, init);
  };
  return {
    ask,
    /** What the operation answered, held against its schema. */
    // biome-ignore lint/suspicious/noExplicitAny: a test reads what it asked for; the schema has checked it.
    call: async (name: string, call: Call = {}): Promise<any> => {
      const route = routeOf(name);
      const answer = await ask(name, call);
      if (answer.status !== route.status) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
      if (route.answer === null) return null;
      if (route.answer === "file") return new Uint8Array(await answer.arrayBuffer());
      const body: unknown = await answer.json();
      // The schema leaves out what it does not declare: then the two differ.
      expect(route.answer.parse(body), `${name} answers as it declares`).toEqual(body);
      return body;
    },
    /** The problem that the operation answered with; its code must be among those it declares. */
    refused: async (name: string, call: Call = {}) => {
      const answer = await ask(name, call);
      expect(answer.headers.get("content-type"), `${name} ${answer.status}`).toBe("application/problem+json");
      const problem = problemSchema.parse(await answer.json());
      expect(refusalsOf(routeOf(name)), `${name} declares what it refuses`).toContain(problem.code);
      return problem;
    },
    with: (other: string | null) => callsOf(app, other, appointmentId),
    /** The key acts in this person's post. */
    in: (post: { readonly appointmentId: string }) => callsOf(app, token, post.appointmentId),
  };
};
