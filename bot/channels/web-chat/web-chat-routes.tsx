import { Hono } from "hono";
import { answerRefusal, refusalOf } from "./answer-refusal.ts";
import { findAsset, isCurrentVersion } from "./assets.ts";
import { ChatPage } from "./chat-page.tsx";
import { createChatRoutes, listItems } from "./chat-routes.ts";
import { createDemonstrationRoutes } from "./demonstration-routes.tsx";
import type { Desk } from "./door-context.ts";
import { guardHeaders, guardLoopback, guardOrigin } from "./guard-request.ts";
import { FILE_BYTES } from "./keep-received-file.ts";
import { answerLogin, createLoginRoutes } from "./login-routes.tsx";
import { asPage, pageWords } from "./page-frame.tsx";
import { renderClock } from "./render-message.ts";

const ONE_YEAR = "public, max-age=31536000, immutable";

/** Every page and route of the web chat, to be mounted at "/". */
export const createWebChatRoutes = (desk: Desk): Hono => {
  const { doors, cookie } = desk;
  const { demonstration } = doors;
  const app = new Hono();
  app.use(guardHeaders);
  if (demonstration !== null) app.use(guardLoopback((c) => answerRefusal(c, refusalOf("not_allowed"))));
  app.use(guardOrigin(doors.publicUrl, (c) => answerRefusal(c, refusalOf("not_allowed"))));

  app.get("/assets/:version/:name", (c) => {
    const asset = findAsset(c.req.param("name"));
    if (asset === null) return answerRefusal(c, refusalOf("not_found"));
    // Without the version of today a copy must not outlive it.
    const kept = isCurrentVersion(c.req.param("version")) ? ONE_YEAR : "no-cache";
    return c.body(asset.bytes, 200, { "Content-Type": asset.kind, "Cache-Control": kept });
  });

  app.get("/", async (c) => {
    const token = cookie.token(c);
    const visitor = token === null ? null : await doors.findVisitor(token);
    if (visitor === null) {
      if (demonstration !== null && c.req.query("code") === undefined) return c.redirect("/demo", 303);
      cookie.browserKey(c);
      return answerLogin(c, c.req.query("code") ?? "", null);
    }
    const { locale, organization } = visitor;
    const place = { at: doors.clock.now(), locale, timeZone: organization.timeZone };
    return c.html(
      asPage(
        <ChatPage
          words={pageWords(locale)}
          visitor={visitor}
          items={await listItems(desk, visitor)}
          fileBytes={FILE_BYTES}
          demonstrationClock={demonstration === null ? null : renderClock(place)}
        />,
      ),
    );
  });

  app.route("/", createLoginRoutes(desk));
  app.route("/chat", createChatRoutes(desk));
  if (demonstration !== null) app.route("/", createDemonstrationRoutes(desk, demonstration));
  return app;
};
