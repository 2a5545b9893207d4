import type { Context } from "hono";
import { sentenceOf } from "../../http/refusal-words.ts";
import { may } from "../../members/permissions.ts";
import { type Refusal, type Result, refuse } from "../../shared/result.ts";
import type { Work } from "../../shared/work.ts";
import { statusOf } from "../answer-refusal.ts";
import { MessagePage } from "../message-page.tsx";
import { inVisitorWork, type WebDoors } from "../open-visitor-work.ts";
import { asPage, type PageWords, pageWords } from "../page-frame.tsx";
import { createSessionCookie } from "../session-cookie.ts";
import { wayBack } from "../way-back.ts";

export type Reader = { readonly words: PageWords; readonly office: string };

/** Set by the page's script: only the changed part of the page is asked for. */
export const asksForPart = (c: Context): boolean => c.req.header("hx-request") === "true";

/** What all routes of the documents' pages share: who asks, and what those see who may not. */
export const documentDesk = (doors: WebDoors) => {
  const cookie = createSessionCookie(doors);

  /** Null when the session is not in force. */
  const run = async <T,>(
    c: Context,
    steps: (work: Work) => Promise<Result<T>>,
  ): Promise<{ readonly reader: Reader; readonly result: Result<T> } | null> => {
    const visited = await inVisitorWork(doors, cookie.token(c), async (work) => ({
      reader: {
        words: pageWords(work.actor.kind === "member" ? work.actor.locale : "vi"),
        office: work.organization.name,
      },
      result: may(work.actor, "load-catalogue") ? await steps(work) : refuse("not_allowed"),
    }));
    return visited?.done ?? null;
  };

  const toLogin = (c: Context): Response => {
    const back = wayBack(c.req.path.replace(/\/(fields|publish|withdraw)$/, ""));
    const path = back === null ? "/" : `/?back=${encodeURIComponent(back)}`;
    if (!asksForPart(c)) return c.redirect(path, 303);
    c.header("HX-Redirect", path);
    return c.body(null, 200);
  };

  const refused = (c: Context, reader: Reader, refusal: Refusal): Response | Promise<Response> => {
    const { words } = reader;
    const notAllowed = refusal.code === "not_allowed";
    if (asksForPart(c)) {
      c.header("HX-Redirect", "/documents");
      return c.body(null, 200);
    }
    return c.html(
      asPage(
        <MessagePage
          words={words}
          title={words.t(notAllowed ? "web-documents-not-allowed" : "web-documents-title")}
          sentence={notAllowed ? words.t("web-documents-not-allowed-how") : sentenceOf(refusal, words.locale)}
          way={
            notAllowed
              ? { path: "/", label: words.t("web-documents-chat") }
              : { path: "/documents", label: words.t("web-documents-list") }
          }
        />,
      ),
      statusOf(refusal),
    );
  };

  /** Does the steps as the administrator of an office, and answers with what came of them. */
  const answer = async <T,>(
    c: Context,
    steps: (work: Work) => Promise<Result<T>>,
    page: (value: T, reader: Reader) => Response | Promise<Response>,
    otherwise: (refusal: Refusal, reader: Reader) => Promise<Response> | null = () => null,
  ): Promise<Response> => {
    const ran = await run(c, steps);
    if (ran === null) return toLogin(c);
    const { reader, result } = ran;
    if (result.ok) return page(result.value, reader);
    return (
      (result.refusal.code === "not_allowed" ? null : await otherwise(result.refusal, reader)) ??
      refused(c, reader, result.refusal)
    );
  };

  return { cookie, answer, toLogin, refused };
};
export type DocumentDesk = ReturnType<typeof documentDesk>;
