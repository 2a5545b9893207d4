import { Hono } from "hono";
import { refusalOf } from "../../../api/shared/result.ts";
import { answerRefusal } from "../../../api/web/answer-refusal.ts";
import { ASSET_ROUTE } from "../../../api/web/assets.ts";
import { guardHeaders, guardLoopback, guardOrigin } from "../../../api/web/guard-request.ts";
import { asPage, pageWords } from "../../../api/web/page-frame.tsx";
import { wayBack } from "../../../api/web/way-back.ts";
import { WEB_ASSETS } from "../../../api/web/web-assets.ts";
import { CHAT_ASSETS } from "./assets.ts";
import { ChatPage } from "./chat-page.tsx";
import { createChatRoutes, listItems } from "./chat-routes.ts";
import { createDemonstrationRoutes } from "./demonstration-routes.tsx";
import type { Desk } from "./door-context.ts";
import { FILE_BYTES } from "./keep-received-file.ts";
import { answerLogin, createLoginRoutes } from "./login-routes.tsx";
import { renderClock } from "./render-message.ts";

/** Every page and route of the web chat, to be mounted at "/". */
export const createWebChatRoutes = (desk: Desk): Hono => {
  const { doors, cookie } = desk;
  const { demonstration } = doors;
  const app = new Hono();
  app.use(guardHeaders);
  if (demonstration !== null) app.use(guardLoopback((c) => answerRefusal(c, refusalOf("not_allowed"))));
  app.use(guardOrigin(doors.publicUrl, (c) => answerRefusal(c, refusalOf("not_allowed"))));

  app.get(ASSET_ROUTE, CHAT_ASSETS.serve, WEB_ASSETS.serve, (c) => answerRefusal(c, refusalOf("not_found")));

  app.get("/", async (c) => {
    const token = cookie.token(c);
    const visitor = token === null ? null : await doors.findVisitor(token);
    const back = wayBack(c.req.query("back"));
    if (visitor === null) {
      if (demonstration !== null && c.req.query("code") === undefined)
        return c.redirect(back === null ? "/demo" : `/demo?back=${encodeURIComponent(back)}`, 303);
      cookie.browserKey(c);
      return answerLogin(c, c.req.query("code") ?? "", null, back);
    }
    if (back !== null) return c.redirect(back, 303);
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
