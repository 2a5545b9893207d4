import { getConnInfo } from "@hono/node-server/conninfo";
import { type Context, Hono } from "hono";
import { localeOf, sentenceOf } from "../../../api/http/refusal-words.ts";
import { type Refusal, refusalOf } from "../../../api/shared/result.ts";
import { statusOf } from "../../../api/web/answer-refusal.ts";
import { limitPageBody } from "../../../api/web/limit-page-body.ts";
import { asPage, pageWords } from "../../../api/web/page-frame.tsx";
import { wayBack } from "../../../api/web/way-back.ts";
import type { Desk } from "./door-context.ts";
import { limitWrongCodes } from "./limit-wrong-codes.ts";
import { LoginPage } from "./login-page.tsx";

/** A code is short; whatever is longer is no code and is not looked up. */
const CODE_LENGTH = 200;
const FORM_BYTES = 16 * 1024;

/** Null where there is no socket (tests). */
const remoteAddress = (c: Context): string => {
  try {
    return getConnInfo(c).remote.address ?? "";
  } catch {
    return "";
  }
};

export const answerLogin = (
  c: Context,
  code: string,
  refusal: Refusal | null,
  back: string | null,
): Response | Promise<Response> => {
  const locale = localeOf(c.req.header("accept-language"));
  const wrong = refusal === null ? null : sentenceOf(refusal, locale);
  const page = asPage(
    <LoginPage words={pageWords(locale)} code={code.slice(0, CODE_LENGTH)} wrong={wrong} back={back} />,
  );
  return c.html(page, refusal === null ? 200 : statusOf(refusal));
};

export const createLoginRoutes = (desk: Desk): Hono => {
  const { doors, cookie, hub } = desk;
  const wrongCodes = limitWrongCodes(doors.clock);
  const app = new Hono();
  const smallBody = limitPageBody(FORM_BYTES);

  app.post("/login", smallBody, async (c) => {
    const form = await c.req.formData().catch(() => null);
    const code = form?.get("code");
    const back = wayBack(form?.get("back"));
    if (typeof code !== "string") return answerLogin(c, "", refusalOf("request_invalid"), back);
    const browserKey = cookie.browserKey(c);
    const address = remoteAddress(c);
    if (!wrongCodes.mayTry(address)) return answerLogin(c, "", refusalOf("too_many_requests"), back);
    const opened =
      code.trim() === "" || code.length > CODE_LENGTH
        ? { ok: false as const, refusal: refusalOf("invitation_unknown") }
        : await doors.login({ code, browserKey, locale: localeOf(c.req.header("accept-language")) });
    if (!opened.ok) {
      wrongCodes.countWrong(address);
      return answerLogin(c, code, opened.refusal, back);
    }
    // The next person at this browser is counted, and linked, by a name of their own.
    cookie.forgetBrowser(c);
    cookie.open(c, opened.value);
    return c.redirect(back ?? "/", 303);
  });

  app.post("/logout", async (c) => {
    const token = cookie.token(c);
    const ended = token === null ? null : await doors.endSession(token);
    if (ended !== null) hub.closeSession(ended);
    cookie.clear(c);
    return c.redirect("/", 303);
  });
  return app;
};
