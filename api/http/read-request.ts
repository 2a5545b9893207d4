import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { RequestFault } from "../shared/fault.ts";
import { type Refusal, refusalOf } from "../shared/result.ts";
import { hashRequest } from "./answer-request.ts";
import type { AnyRoute, ApiRoute, UploadedFile } from "./api-route.ts";
import { describeFaults } from "./describe-faults.ts";

type Read =
  | {
      readonly ok: true;
      readonly body: unknown;
      readonly file: UploadedFile | null;
      readonly raw: string | Uint8Array;
    }
  | { readonly ok: false; readonly refusal: Refusal; readonly faults: readonly RequestFault[] };

const invalid = (fault: RequestFault): Read => ({
  ok: false,
  refusal: refusalOf("request_invalid"),
  faults: [fault],
});

/** The body as its route takes it: JSON, a file in a form, or none. */
export const readBody = async (c: Context, route: AnyRoute): Promise<Read> => {
  const upload = "upload" in route && route.upload !== undefined;
  if (upload) {
    const form = await c.req.parseBody().catch(() => null);
    const file = form?.file;
    if (!(file instanceof File)) return invalid({ in: "body", path: "file", code: "missing" });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { file: _file, ...fields } = form ?? {};
    return { ok: true, body: fields, file: { bytes, name: file.name }, raw: bytes };
  }
  if (route.body === undefined) return { ok: true, body: undefined, file: null, raw: "" };
  const raw = await c.req.text();
  let body: unknown;
  try {
    body = raw === "" ? {} : JSON.parse(raw);
  } catch {
    return invalid({ in: "body", path: "", code: "not_json" });
  }
  // Only by an escape does JSON name what is no text.
  const odd = raw.includes("\\u") ? placeOfNoText(body) : null;
  return odd === null
    ? { ok: true, body, file: null, raw }
    : invalid({ in: "body", path: odd, code: "not_text" });
};

/** A null character, or half of a pair: no database takes them. */
const NO_TEXT = /\0|\p{Surrogate}/u;

/** Where the first such character stands, "reporters.0.unit_id"; null: nowhere. */
const placeOfNoText = (value: unknown): string | null => {
  if (typeof value === "string") return NO_TEXT.test(value) ? "" : null;
  if (typeof value !== "object" || value === null) return null;
  for (const [key, item] of Object.entries(value)) {
    if (NO_TEXT.test(key)) return "";
    const place = placeOfNoText(item);
    if (place !== null) return place === "" ? key : `${key}.${place}`;
  }
  return null;
};

/** A filter that is mistyped, or stands twice, would silently not hold. */
const oddParameters = (c: Context, route: ApiRoute): RequestFault[] => {
  const known = route.query?.shape ?? {};
  return Object.entries(c.req.queries()).flatMap(([path, values]): RequestFault[] =>
    !Object.hasOwn(known, path)
      ? [{ in: "query", path: path.slice(0, 200), code: "unknown_field" }]
      : values.length > 1
        ? [{ in: "query", path, code: "repeated" }]
        : placeOfNoText(values) !== null
          ? [{ in: "query", path, code: "not_text" }]
          : [],
  );
};

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
      hash: () => hashRequest(route.method, `${c.req.path}?${new URL(c.req.url).search}`, read.raw),
    },
    faults: [
      ...(params.success ? [] : describeFaults("path", params.error, c.req.param())),
      ...oddParameters(c, route),
      ...(query.success ? [] : describeFaults("query", query.error, c.req.query())),
      ...(body.success || route.upload !== undefined ? [] : describeFaults("body", body.error, read.body)),
      ...(idempotencyKey.success
        ? []
        : describeFaults("Idempotency-Key", idempotencyKey.error, c.req.header("idempotency-key"))),
    ],
  } as const;
};
