import { Hono } from "hono";
import { z } from "zod";
import { localeOf } from "../../../api/http/refusal-words.ts";
import { refusalOf } from "../../../api/shared/result.ts";
import { answerRefusal } from "../../../api/web/answer-refusal.ts";
import { limitPageBody } from "../../../api/web/limit-page-body.ts";
import { asPage, pageWords } from "../../../api/web/page-frame.tsx";
import { wayBack } from "../../../api/web/way-back.ts";
import { translate } from "../../../locales/translate.ts";
import { DemonstrationPage } from "./demonstration-page.tsx";
import type { Desk } from "./door-context.ts";
import type { Demonstration } from "./doors.ts";
import { renderClock } from "./render-message.ts";

const FORM_BYTES = 16 * 1024;
const moveSchema = z.object({ move: z.enum(["day", "next-reminder", "next-report"]) });

const NOTHING_CAME = { "no-reminder": "web-demo-no-reminder", "no-report": "web-demo-no-report" } as const;

/** Whom to be, and the clock. There is no login here: the demonstration listens on loopback alone. */
export const createDemonstrationRoutes = (desk: Desk, demonstration: Demonstration): Hono => {
  const app = new Hono();
  const { doors, cookie } = desk;
  const clock = (locale: "vi" | "en") =>
    renderClock({ at: doors.clock.now(), locale, timeZone: demonstration.office.timeZone });

  app.get("/demo", (c) => {
    const locale = localeOf(c.req.header("accept-language"));
    return c.html(
      asPage(
        <DemonstrationPage
          words={pageWords(locale)}
          office={demonstration.office.name}
          clock={clock(locale)}
          personas={demonstration.personas(locale)}
          back={wayBack(c.req.query("back"))}
        />,
      ),
    );
  });

  const smallBody = limitPageBody(FORM_BYTES);

  app.post("/demo/be", smallBody, async (c) => {
    const form = await c.req.formData().catch(() => null);
    const persona = form?.get("persona");
    const opened = typeof persona === "string" ? await demonstration.be(persona) : null;
    if (opened === null) return answerRefusal(c, refusalOf("member_not_found"));
    cookie.open(c, opened);
    return c.redirect(wayBack(form?.get("back")) ?? "/", 303);
  });

  app.post("/demo/clock", smallBody, async (c) => {
    const locale = localeOf(c.req.header("accept-language"));
    const body: unknown = await c.req.json().catch(() => null);
    const parsed = moveSchema.safeParse(body);
    if (!parsed.success) return answerRefusal(c, refusalOf("request_invalid"));
    const token = cookie.token(c);
    const visitor = token === null ? null : await doors.findVisitor(token);
    // An administrator is reminded of nothing: anybody's next reminder is what there is to see.
    const own = visitor === null || visitor.post?.role === "admin" ? null : visitor.chatLinkId;
    const moved = await demonstration.move(parsed.data.move, own);
    if (moved === "busy") return answerRefusal(c, refusalOf("too_many_requests"));
    const message = moved === "moved" ? "" : translate(locale, NOTHING_CAME[moved]);
    return c.json({ now: clock(locale), at: doors.clock.now().toISOString(), message });
  });
  return app;
};
