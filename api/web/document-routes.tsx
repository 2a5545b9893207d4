import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { LIMITS } from "../imports/outline.ts";
import { writeTemplate } from "../imports/write-template.ts";
import { ok, refusalOf } from "../shared/result.ts";
import { answerRefusal } from "./answer-refusal.ts";
import { ASSET_ROUTE } from "./assets.ts";
import { createPublication } from "./documents/answer-publication.tsx";
import { createReview } from "./documents/answer-review.tsx";
import { createUpload } from "./documents/answer-upload.tsx";
import { documentDesk } from "./documents/document-desk.tsx";
import { guardHeaders, guardLoopback, guardOrigin } from "./guard-request.ts";
import { limitPageBody } from "./limit-page-body.ts";
import type { WebDoors } from "./open-visitor-work.ts";
import { DOCUMENT_ASSETS, WEB_ASSETS } from "./web-assets.ts";

/** A decision holds one field: a task's wording at most. */
const DECISION_BYTES = 256 * 1024;
/** Room for the multipart frame around the file. */
const UPLOAD_BYTES = LIMITS.fileBytes + 64 * 1024;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The pages on which an administrator has documents read, reviews them and publishes them. */
export const createDocumentRoutes = (doors: WebDoors): Hono => {
  const app = new Hono();
  const desk = documentDesk(doors);
  const upload = createUpload(doors, desk);
  const review = createReview(desk);
  const publication = createPublication(desk);

  for (const path of ["/documents", "/documents/*", "/assets/*"]) {
    app.use(path, guardHeaders);
    if (doors.loopbackOnly)
      app.use(
        path,
        guardLoopback((c) => answerRefusal(c, refusalOf("not_allowed"))),
      );
    app.use(
      path,
      guardOrigin(doors.publicUrl, (c) => answerRefusal(c, refusalOf("not_allowed"))),
    );
  }
  app.get(ASSET_ROUTE, DOCUMENT_ASSETS.serve, WEB_ASSETS.serve);

  const smallBody = limitPageBody(DECISION_BYTES);
  app.get("/documents", upload.list);
  app.post("/documents", bodyLimit({ maxSize: UPLOAD_BYTES, onError: upload.tooLarge }), upload.take);
  app.get("/documents/template.xlsx", (c) =>
    desk.answer(
      c,
      async () => ok(null),
      async (_nothing, { words }) =>
        c.body(Buffer.from(await writeTemplate(words.t)), 200, {
          "Content-Type": XLSX,
          "Content-Disposition": 'attachment; filename="danh-muc-nhiem-vu.xlsx"',
        }),
    ),
  );
  app.get("/documents/:id", review.show);
  app.post("/documents/:id/fields", smallBody, review.decide);
  app.get("/documents/:id/publish", publication.look);
  app.post("/documents/:id/publish", smallBody, publication.publish);
  app.post("/documents/:id/withdraw", smallBody, publication.withdraw);
  return app;
};
