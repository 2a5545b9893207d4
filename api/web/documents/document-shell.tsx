import type { Child } from "hono/jsx";
import { PageFrame, type PageWords, Seal } from "../page-frame.tsx";
import { DOCUMENT_ASSETS } from "../web-assets.ts";

/** The frame of the documents' pages: whose office, what page, where else to go. */
export const DocumentShell = (props: {
  readonly words: PageWords;
  readonly office: string;
  readonly title: string;
  readonly list?: boolean;
  /** With the scripts of the review. */
  readonly review?: boolean;
  readonly children: Child;
}) => {
  const { t, locale } = props.words;
  return (
    <PageFrame
      locale={locale}
      title={t("web-page-title", { page: props.title })}
      styles={[DOCUMENT_ASSETS.path("document-style.css")]}
      head={
        props.review === true ? (
          <meta
            name="htmx-config"
            content='{"history":false,"includeIndicatorCSS":false,"defaultSettleDelay":0,"extensions":"none"}'
          />
        ) : null
      }
      scripts={
        props.review === true
          ? [
              { path: DOCUMENT_ASSETS.path("htmx.min.js"), module: false },
              { path: DOCUMENT_ASSETS.path("review-script.js"), module: true },
            ]
          : []
      }
    >
      <header class="top">
        <div class="top-inner">
          <Seal />
          <div class="top-words">
            <p class="office">{props.office}</p>
            <h1 class="unit" dir="auto">
              {props.title}
            </h1>
          </div>
          <nav class="top-links" aria-label={t("web-documents-nav")}>
            {props.list === false ? null : (
              <a class="leave" href="/documents">
                {t("web-documents-list")}
              </a>
            )}
            <a class="leave" href="/">
              {t("web-documents-chat")}
            </a>
          </nav>
        </div>
      </header>
      {props.children}
    </PageFrame>
  );
};
