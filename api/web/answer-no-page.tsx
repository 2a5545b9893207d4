import type { Context } from "hono";
import { localeOf, sentenceOf } from "../http/refusal-words.ts";
import { refusalOf } from "../shared/result.ts";
import { statusOf } from "./answer-refusal.ts";
import { MessagePage } from "./message-page.tsx";
import { asPage, pageWords } from "./page-frame.tsx";

/** Whether a person went there with a browser, who can do nothing with a problem for programs. */
export const isVisit = (c: Context): boolean =>
  c.req.method === "GET" &&
  !c.req.path.startsWith("/api/") &&
  (c.req.header("accept") ?? "").includes("text/html");

/** Nothing stands under this address: said as a page that leads back. */
export const answerNoPage = (c: Context): Response | Promise<Response> => {
  const words = pageWords(localeOf(c.req.header("accept-language")));
  const refusal = refusalOf("not_found");
  const page = (
    <MessagePage
      words={words}
      title={words.t("web-no-page")}
      sentence={sentenceOf(refusal, words.locale)}
      way={{ path: "/", label: words.t("web-no-page-way") }}
    />
  );
  return c.html(asPage(page), statusOf(refusal));
};
