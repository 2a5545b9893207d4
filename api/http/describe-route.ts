import { type RouteConfig, z } from "@hono/zod-openapi";
import { MEGABYTE } from "../shared/byte-sizes.ts";
import { type RefusalCode, statusOfRefusal } from "../shared/refusals.ts";
import type { AnyRoute } from "./api-route.ts";
import { problemSchema } from "./problem.ts";

/** What the door itself refuses, on every route that asks who calls. */
const DOOR: readonly RefusalCode[] = [
  "key_missing",
  "key_invalid",
  "session_invalid",
  "scope_too_small",
  "not_allowed",
  "appointment_not_found",
  "request_invalid",
  "too_many_requests",
];
const WRITE: readonly RefusalCode[] = ["request_too_large", "idempotency_key_reused"];
const REVISED: readonly RefusalCode[] = ["revision_conflict"];
const UNREVISED: readonly RefusalCode[] = ["revision_unsupported"];

const isWrite = (route: AnyRoute): boolean => route.method !== "get";

/** Every refusal that a route can answer with. */
export const refusalsOf = (route: AnyRoute): readonly RefusalCode[] => [
  ...new Set([
    ...(route.scope === "open" ? (["request_invalid", "too_many_requests"] as const) : DOOR),
    ...(isWrite(route) && route.scope !== "open"
      ? [...WRITE, ...("current" in route && route.current !== undefined ? REVISED : UNREVISED)]
      : []),
    ...route.refusals,
  ]),
];

const headersOf = (route: AnyRoute) =>
  route.scope === "open"
    ? undefined
    : z.object({
        "acting-appointment": z
          .uuid()
          .optional()
          .openapi({ description: "The post in which a key acts: it does there what that post may." }),
        ...(isWrite(route)
          ? {
              "idempotency-key": z.string().max(200).optional().openapi({
                description: "The same key with the same request is done once, and answered alike for a day.",
              }),
            }
          : {}),
        ...("current" in route && route.current !== undefined && isWrite(route)
          ? {
              "if-match": z.string().optional().openapi({
                description: "The ETag that was read: a later change by somebody else refuses with 409.",
              }),
            }
          : {}),
      });

/** The route as OpenAPI describes it. */
export const describeRoute = (route: AnyRoute): RouteConfig => {
  const params = "params" in route ? route.params : undefined;
  const query = "query" in route ? route.query : undefined;
  const largest = "upload" in route ? (route.upload?.maxBytes ?? null) : null;
  const upload = largest !== null;
  const headers = headersOf(route);
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of refusalsOf(route)) {
    const status = statusOfRefusal(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const body = upload
    ? {
        required: true,
        description: `A form with one \`file\` of at most ${largest / MEGABYTE} MB.`,
        content: {
          "multipart/form-data": {
            schema: z.object({ file: z.any().openapi({ type: "string", format: "binary" }) }),
          },
        },
      }
    : route.body === undefined
      ? undefined
      : { required: true, content: { "application/json": { schema: route.body } } };
  return {
    method: route.method,
    path: `/api/v1${route.path}`,
    operationId: route.name,
    tags: [route.room],
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    ...(route.scope === "open" ? { security: [] } : { security: [{ bearer: [] }], "x-scope": route.scope }),
    request: {
      ...(params === undefined ? {} : { params }),
      ...(query === undefined ? {} : { query }),
      ...(headers === undefined ? {} : { headers }),
      ...(body === undefined ? {} : { body }),
    },
    responses: {
      [route.status]: {
        description: "Done",
        ...(route.answer === null
          ? {}
          : route.answer === "file"
            ? {
                content: {
                  "application/octet-stream": {
                    schema: z.any().openapi({ type: "string", format: "binary" }),
                  },
                },
              }
            : { content: { "application/json": { schema: route.answer } } }),
      },
      ...Object.fromEntries(
        [...byStatus].map(([status, codes]) => [
          status,
          {
            description: codes.join(", "),
            content: { "application/problem+json": { schema: problemSchema } },
          },
        ]),
      ),
    },
  };
};
