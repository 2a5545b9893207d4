import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { API_ROUTES } from "./api-routes.ts";
import { createPictureRoutes } from "./attachments/picture-routes.ts";
import { createFeedRoutes } from "./calendar-feeds/feed-routes.ts";
import { describeApi } from "./http/describe-api.ts";
import { limitRate, OPENLY } from "./http/limit-rate.ts";
import { createMachineRoutes, type MachineDoors } from "./http/machine-routes.ts";
import { refuseRequest, requestIdOf } from "./http/refuse-request.ts";
import { refuseUnserved } from "./http/refuse-unserved.ts";
import { type ApiDoors, BODY_MEGABYTES, serveRoutes } from "./http/serve-routes.ts";
import { LOCK_MINUTES, WRONG_TRIES } from "./members/link-chat.ts";
import { LONGEST_PAGE } from "./shared/page.ts";
import { refusalOf } from "./shared/result.ts";
import { answerNoPage, isVisit } from "./web/answer-no-page.tsx";
import { createDocumentRoutes } from "./web/document-routes.tsx";
import type { WebDoors } from "./web/open-visitor-work.ts";
import { createReferenceRoutes } from "./web/reference-routes.tsx";

type Write = (fields: Readonly<Record<string, unknown>>, event: string) => void;

/** The keys of published pictures and of calendars are secrets: whoever reads the log must not see what they open. */
const withoutKey = (path: string): string => path.replace(/^(\/(?:pictures|feed)\/).+/, "$1…");

/** Asked every few seconds by whatever watches the product. */
const UNLOGGED: ReadonlySet<string> = new Set(["/healthz", "/readyz", "/metrics"]);

/**
 * The HTTP door: a request id on every answer, one log line a request (path and status, never a query or a body),
 * bugs caught once. `mounts` are the doors of the messengers and of the web chat.
 */
export const createApp = (deps: {
  readonly mounts: readonly Hono[];
  readonly web: WebDoors;
  readonly api: Omit<ApiDoors, "publicUrl"> & {
    /** Requests a minute for one key or session. */
    readonly perMinute: number;
  };
  readonly findPicture: Parameters<typeof createPictureRoutes>[0];
  /** Whether it can serve: the database answers. */
  readonly serves: () => Promise<boolean>;
  /** Whether it can do its work, and its figures; without them those doors are not there. */
  readonly machines?: MachineDoors;
  readonly log: { readonly info: Write; readonly error: Write };
  readonly describeError: (error: unknown) => Readonly<Record<string, unknown>>;
}): Hono => {
  const app = new Hono();

  app.use(async (context, next) => {
    const id = randomUUID();
    const begun = performance.now();
    context.header("x-request-id", id);
    await next();
    if (!UNLOGGED.has(context.req.path))
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
  if (deps.machines !== undefined) {
    app.use(deps.machines.metrics.observe);
    app.route("/", createMachineRoutes(deps.machines));
  }
  app.get("/healthz", async (context) =>
    (await deps.serves().catch(() => false))
      ? context.json({ status: "ok" })
      : context.json({ status: "unavailable" }, 503),
  );
  const api = serveRoutes(API_ROUTES, { ...deps.api, publicUrl: deps.web.publicUrl });
  app.use("/api/v1/*", limitRate(deps.api.perMinute));
  app.route("/api/v1", api);
  app.all("/api/v1/*", refuseUnserved(API_ROUTES, "/api/v1"));
  /** Made when somebody first asks: it takes as long as everything else here together. */
  let described: object | null = null;
  const description = (): object => {
    described ??= describeApi(api);
    return described;
  };
  app.get("/openapi.json", (context) => context.json(description()));
  for (const mount of [
    createPictureRoutes(deps.findPicture),
    createFeedRoutes({ ...deps.api, publicUrl: deps.web.publicUrl }),
    createDocumentRoutes(deps.web),
    createReferenceRoutes(description, {
      perMinute: deps.api.perMinute,
      openly: OPENLY,
      json: BODY_MEGABYTES,
      page: LONGEST_PAGE,
      tries: WRONG_TRIES,
      minutes: LOCK_MINUTES,
    }),
    ...deps.mounts,
  ])
    app.route("/", mount);
  app.notFound((context) =>
    isVisit(context) ? answerNoPage(context) : refuseRequest(context, refusalOf("not_found")),
  );
  app.onError((error, context) => {
    deps.log.error(
      {
        request: requestIdOf(context),
        path: withoutKey(context.req.path),
        ...deps.describeError(error),
      },
      "a request failed",
    );
    return refuseRequest(context, refusalOf("internal_error"));
  });
  return app;
};
