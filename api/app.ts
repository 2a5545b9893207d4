import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import { Hono } from "hono";
import { createPictureRoutes } from "./attachments/picture-routes.ts";
import { createDocumentRoutes } from "./web/document-routes.tsx";
import type { WebDoors } from "./web/open-visitor-work.ts";

type Write = (fields: Readonly<Record<string, unknown>>, event: string) => void;

/** The key of a published picture is a secret: whoever reads the log must not see the picture. */
const withoutKey = (path: string): string => path.replace(/^(\/pictures\/).+/, "$1…");

/**
 * The HTTP door: a request id on every answer, one log line a request (path and status, never a query or a body),
 * bugs caught once. `mounts` are the doors of the messengers and of the web chat.
 */
export const createApp = (deps: {
  readonly mounts: readonly Hono[];
  readonly web: WebDoors;
  readonly findPicture: Parameters<typeof createPictureRoutes>[0];
  /** Whether it can serve: the database answers. */
  readonly serves: () => Promise<boolean>;
  readonly log: { readonly info: Write; readonly error: Write };
  readonly describeError: (error: unknown) => Readonly<Record<string, unknown>>;
}): Hono => {
  const app = new Hono();
  const problem = (status: number, code: string, id: string): Response =>
    Response.json(
      { type: "about:blank", status, title: STATUS_CODES[status] ?? "", code, request_id: id },
      { status, headers: { "content-type": "application/problem+json", "x-request-id": id } },
    );

  app.use(async (context, next) => {
    const id = randomUUID();
    const begun = performance.now();
    context.header("x-request-id", id);
    await next();
    if (context.req.path !== "/healthz")
      deps.log.info(
        {
          request: id,
          method: context.req.method,
          path: withoutKey(context.req.path),
          status: context.res.status,
          ms: Math.round(performance.now() - begun),
        },
        "request",
      );
  });
  app.get("/healthz", async (context) =>
    (await deps.serves().catch(() => false))
      ? context.json({ status: "ok" })
      : context.json({ status: "unavailable" }, 503),
  );
  for (const mount of [createPictureRoutes(deps.findPicture), createDocumentRoutes(deps.web), ...deps.mounts])
    app.route("/", mount);
  app.notFound((context) =>
    problem(404, "not_found", context.res.headers.get("x-request-id") ?? randomUUID()),
  );
  app.onError((error, context) => {
    const id = context.res.headers.get("x-request-id") ?? randomUUID();
    deps.log.error(
      { request: id, path: withoutKey(context.req.path), ...deps.describeError(error) },
      "a request failed",
    );
    return problem(500, "internal_error", id);
  });
  return app;
};
