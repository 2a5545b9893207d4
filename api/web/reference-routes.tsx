import { type Context, Hono } from "hono";
import { LOCALES, type Locale } from "../../locales/translate.ts";
import { localeOfRequest } from "../http/refuse-request.ts";
import { namesRevision, revisionOf } from "../http/revision.ts";
import { ASSET_ROUTE } from "./assets.ts";
import { guardHeaders } from "./guard-request.ts";
import { asPage, pageWords } from "./page-frame.tsx";
import { parseDescription } from "./reference/description.ts";
import { ReferencePage, type ShownLimits } from "./reference/reference-page.tsx";
import { REFERENCE_ASSETS } from "./web-assets.ts";

const localeOf = (c: Context): Locale =>
  LOCALES.find((locale) => locale === c.req.query("lang")) ?? localeOfRequest(c);

/** The API's reference, made on this server from the description that programs read; it asks nothing of elsewhere. */
export const createReferenceRoutes = (description: () => object, limits: ShownLimits): Hono => {
  const app = new Hono();
  const pages = new Map<Locale, { readonly html: string; readonly etag: string }>();
  /** Made when somebody first reads it: it says the same until the next start. */
  const pageIn = (locale: Locale) => {
    const known = pages.get(locale);
    if (known !== undefined) return known;
    const html = asPage(
      <ReferencePage
        description={parseDescription(description())}
        words={pageWords(locale)}
        limits={limits}
      />,
    );
    const made = { html, etag: revisionOf(html) };
    pages.set(locale, made);
    return made;
  };

  app.use("/docs", guardHeaders);
  app.get("/docs", (c) => {
    const locale = localeOf(c);
    const { html, etag } = pageIn(locale);
    c.header("Cache-Control", "no-cache");
    c.header("ETag", etag);
    c.header("Content-Language", locale);
    c.header("Vary", "Accept-Language");
    const known = c.req.header("if-none-match");
    return known !== undefined && namesRevision(known, etag) ? c.body(null, 304) : c.html(html);
  });
  app.get("/docs/", (c) => c.redirect(`/docs${new URL(c.req.url).search}`, 301));
  app.get(ASSET_ROUTE, REFERENCE_ASSETS.serve);
  return app;
};
