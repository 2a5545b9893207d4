import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Refusal } from "../shared/result.ts";
import { hashRequest } from "./answer-request.ts";
import type { AnyRoute, ApiRoute, UploadedFile } from "./api-route.ts";
import type { RequestFault } from "./problem.ts";
import { refused } from "./refuse-request.ts";

type Read =
  | {
      readonly ok: true;
      readonly body: unknown;
      readonly file: UploadedFile | null;
      readonly raw: string | Uint8Array;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** The body as its route takes it: JSON, a file in a form, or none. */
export const readBody = async (c: Context, route: AnyRoute): Promise<Read> => {
  const upload = "upload" in route && route.upload !== undefined;
  if (upload) {
    const form = await c.req.parseBody().catch(() => null);
    const file = form?.file;
    if (!(file instanceof File)) return { ok: false, refusal: refused("file_missing") };
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { file: _file, ...fields } = form ?? {};
    return { ok: true, body: fields, file: { bytes, name: file.name }, raw: bytes };
  }
  if (route.body === undefined) return { ok: true, body: undefined, file: null, raw: "" };
  const raw = await c.req.text();
  try {
    return { ok: true, body: raw === "" ? {} : JSON.parse(raw), file: null, raw };
  } catch {
    return { ok: false, refusal: refused("request_invalid") };
  }
};

/** Where a request does not fit its schema; never what stood there. */
export const faultsOf = (where: string, error: z.ZodError): RequestFault[] =>
  error.issues.slice(0, 20).map((issue) => ({
    in: where,
    path: issue.path.map(String).join("."),
    code: issue.code,
  }));

export const bearerOf = (c: Context): string | null =>
  /^Bearer ([\w.~+/=-]+)$/i.exec(c.req.header("authorization") ?? "")?.[1] ?? null;

// A schema is dear to make, and every request reads by these.
const NOTHING = z.object({});
const NO_BODY = z.undefined();
const idempotencyKeySchema = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/)
  .nullable();

/** What a caller asks for, parsed by the route's schemas; `faults` where it does not fit them. */
export const readRequest = async (c: Context, route: ApiRoute, token: string) => {
  const params = (route.params ?? NOTHING).safeParse(c.req.param());
  const query = (route.query ?? NOTHING).safeParse(c.req.query());
  const read = await readBody(c, route);
  if (!read.ok) return read;
  const body = (route.body ?? NO_BODY).safeParse(read.body);
  const idempotencyKey = idempotencyKeySchema.safeParse(
    route.method === "get" ? null : (c.req.header("idempotency-key") ?? null),
  );
  return {
    ok: true,
    asked: {
      params: params.data ?? {},
      query: query.data ?? {},
      body: body.success ? body.data : read.body,
      file: read.file,
    },
    conditions: {
      token,
      idempotencyKey: idempotencyKey.data ?? null,
      ifMatch: c.req.header("if-match") ?? null,
      ifNoneMatch: c.req.header("if-none-match") ?? null,
      hash: hashRequest(route.method, `${c.req.path}?${new URL(c.req.url).search}`, read.raw),
    },
    faults: [
      ...(params.success ? [] : faultsOf("path", params.error)),
      ...(query.success ? [] : faultsOf("query", query.error)),
      ...(body.success || route.upload !== undefined ? [] : faultsOf("body", body.error)),
      ...(idempotencyKey.success ? [] : faultsOf("Idempotency-Key", idempotencyKey.error)),
    ],
  } as const;
};
