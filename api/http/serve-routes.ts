import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { StatusCode } from "hono/utils/http-status";
import { type BothTx, tenantScope } from "../../db/scope.ts";
import { reaches } from "../keys/api-key.ts";
import { openWork } from "../organizations/open-work.ts";
import { KILOBYTE, MEGABYTE } from "../shared/byte-sizes.ts";
import type { Clock } from "../shared/clock.ts";
import type { RequestFault } from "../shared/fault.ts";
import { snakeKeys } from "../shared/key-case.ts";
import { ok, type Refusal, type Result, refusalOf, refuse } from "../shared/result.ts";
import type { Work } from "../shared/work.ts";
import { addressOf } from "./address-of-request.ts";
import { type Answer, answerRequest, findAnswer } from "./answer-request.ts";
import type { AnyRoute, ApiRoute, OpenRoute } from "./api-route.ts";
import { describeFaults } from "./describe-faults.ts";
import { describeRoute } from "./describe-route.ts";
import { createKeyOffices, type FindKeyOffice } from "./find-key-office.ts";
import { type Caller, identifyCaller } from "./identify-caller.ts";
import { limitBody } from "./limit-body.ts";
import { bearerOf, readBody, readRequest } from "./read-request.ts";
import { localeOfRequest, refuseRequest } from "./refuse-request.ts";

export type ApiDoors = {
  readonly inBoth: <T>(steps: (both: BothTx) => Promise<T>) => Promise<T>;
  readonly clock: Clock;
  /** The address people open, for links in answers. */
  readonly publicUrl: string | undefined;
  /** Where evidence files lie. */
  readonly dataDir: string;
};

/** A catalogue of some hundred tasks is the longest thing that is sent as JSON. */
export const BODY_MEGABYTES = 4;
const BODY_BYTES = BODY_MEGABYTES * MEGABYTE;
const FORM_BYTES = 64 * 1024;
const appointmentSchema = z.uuid();

/** Every route of the API on one app, each behind the same door. */
export const serveRoutes = (routes: readonly AnyRoute[], doors: ApiDoors): OpenAPIHono => {
  const app = new OpenAPIHono();
  const findKeyOffice = createKeyOffices();
  for (const route of routes) {
    const path = route.path.replace(/\{(\w+)\}/g, ":$1");
    app.openAPIRegistry.registerPath(createRoute(describeRoute(route)));
    const largest =
      "upload" in route && route.upload !== undefined ? route.upload.maxBytes + FORM_BYTES : BODY_BYTES;
    const limit = limitBody(largest, tooLarge(route));
    const handle = (c: Context): Promise<Response> =>
      route.scope === "open"
        ? answerOpenly(c, route, doors)
        : answerCaller(c, route, { ...doors, findKeyOffice });
    if (route.method === "get") app.get(path, handle);
    else app.on(route.method.toUpperCase(), path, limit, handle);
  }
  return app;
};

const tooLarge = (route: AnyRoute): Refusal =>
  "upload" in route && route.upload !== undefined
    ? refusalOf("file_too_large", { max: route.upload.maxBytes / MEGABYTE })
    : refusalOf("request_too_large", { max: BODY_BYTES / KILOBYTE });

const answerOpenly = async (c: Context, route: OpenRoute, doors: ApiDoors): Promise<Response> => {
  const read = await readBody(c, route);
  if (!read.ok) return refuseRequest(c, read.refusal, read.faults);
  const body = route.body?.safeParse(read.body);
  if (body !== undefined && !body.success)
    return refuseRequest(c, refusalOf("request_invalid"), describeFaults("body", body.error, read.body));
  const locale = localeOfRequest(c);
  const now = doors.clock.now();
  const result = await doors.inBoth((both) =>
    route.open(both, { body: body?.data, now, locale, address: addressOf(c) }),
  );
  if (!result.ok) return refuseRequest(c, result.refusal);
  return c.json(snakeKeys(result.value), route.status === 204 ? 200 : route.status);
};

const answerCaller = async (
  c: Context,
  route: ApiRoute,
  doors: ApiDoors & { readonly findKeyOffice: FindKeyOffice },
): Promise<Response> => {
  const token = bearerOf(c);
  if (token === null) return refuseRequest(c, refusalOf("key_missing"));
  const appointment = appointmentSchema.safeParse(c.req.header("acting-appointment"));
  const acting = c.req.header("acting-appointment") === undefined ? null : appointment;
  const now = doors.clock.now();
  const admit = async (both: BothTx): Promise<Result<Caller>> => {
    const caller = await identifyCaller(both, doors.findKeyOffice, token, acting?.data ?? null, now);
    if (!caller.ok) return caller;
    const { scope } = caller.value;
    return scope === null || reaches(scope, route.scope)
      ? caller
      : refuse("scope_too_small", { scope: route.scope });
  };
  // A file is not taken in from somebody who may not send one.
  if (route.upload !== undefined) {
    const caller = await doors.inBoth(admit);
    if (!caller.ok) return refuseRequest(c, caller.refusal);
  }
  const read = await readRequest(c, route, token);
  if (!read.ok) return refuseRequest(c, read.refusal, read.faults);
  const { asked, conditions } = read;
  const faults = [
    ...read.faults,
    ...(acting?.success === false ? describeFaults("Acting-Appointment", acting.error, "") : []),
  ];

  const open = <T>(
    both: BothTx,
    { organizationId, actor, office }: Caller,
    steps: (work: Work) => Promise<T>,
  ) =>
    both.asTenant(tenantScope(organizationId), async (tx) => steps(await openWork(tx, actor, now, office)));
  const ahead =
    faults.length === 0
      ? await runAhead(route, asked, conditions, doors.dataDir, (steps) =>
          doors.inBoth(async (both) => {
            const caller = await admit(both);
            return caller.ok ? open(both, caller.value, (work) => steps(work, caller.value)) : caller;
          }),
        )
      : ok(null);
  if (!ahead.ok) return refuseRequest(c, ahead.refusal);

  const answer = await doors.inBoth(async (both): Promise<Answer | { readonly kind: "invalid" }> => {
    const caller = await admit(both);
    if (!caller.ok) return { kind: "refused", refusal: caller.refusal };
    if (faults.length > 0) return { kind: "invalid" };
    const { key, sessionId } = caller.value;
    return open(both, caller.value, (work) =>
      answerRequest(
        work,
        route,
        asked,
        { ...conditions, caller: key },
        { both, sessionId, publicUrl: doors.publicUrl, dataDir: doors.dataDir, ahead: ahead.value },
      ),
    );
  });
  return respond(c, answer, faults);
};

/** Not for a request that was answered before: what it made may be gone again. */
const runAhead = async (
  route: ApiRoute,
  asked: Parameters<ApiRoute["run"]>[1],
  request: { readonly idempotencyKey: string | null; readonly hash: () => string; readonly token: string },
  dataDir: string,
  inOffice: <T>(steps: (work: Work, caller: Caller) => Promise<Result<T>>) => Promise<Result<T>>,
): Promise<Result<unknown>> => {
  if (route.ahead === undefined) return ok(null);
  const known = await inOffice(async (work, { key }) =>
    ok((await findAnswer(work, { ...request, caller: key })) !== null),
  );
  if (!known.ok || known.value) return known;
  return route.ahead((steps) => inOffice((work) => steps(work)), asked, { dataDir });
};

const respond = (
  c: Context,
  answer: Answer | { readonly kind: "invalid" },
  faults: readonly RequestFault[],
): Response => {
  switch (answer.kind) {
    case "invalid":
      return refuseRequest(c, refusalOf("request_invalid"), faults);
    case "refused":
      return refuseRequest(c, answer.refusal);
    case "file":
      return c.body(Buffer.from(answer.file.bytes), 200, {
        "content-type": answer.file.kind,
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(answer.file.name)}`,
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      });
    case "json": {
      const empty = answer.status === 204 || answer.status === 304;
      const headers = {
        ...answer.headers,
        "cache-control": "private, no-cache",
        vary: "Authorization, Accept-Language",
      };
      return c.newResponse(
        empty ? null : answer.body,
        answer.status as StatusCode,
        empty ? headers : { ...headers, "content-type": "application/json" },
      );
    }
  }
};
