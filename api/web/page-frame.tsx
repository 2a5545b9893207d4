import type { Child } from "hono/jsx";
import type { Locale, Translate } from "../../locales/translate.ts";
import { translatorFor } from "../../locales/translate.ts";
import { WEB_ASSETS } from "./web-assets.ts";

export type PageWords = { readonly locale: Locale; readonly t: Translate };

export const pageWords = (locale: Locale): PageWords => ({ locale, t: translatorFor(locale) });

/** Phones show the window's upper edge in this colour. */
const THEME = { light: "#ffffff", dark: "#1a232c" };

export const PageFrame = (props: {
  readonly locale: Locale;
  readonly title: string;
  /** Beside the shared one. */
  readonly styles?: readonly string[];
  readonly scripts?: readonly { readonly path: string; readonly module: boolean }[];
  readonly head?: Child;
  readonly children: Child;
}) => (
  <html lang={props.locale}>
    <head>
      <meta charset="utf-8" />
      <meta
        name="viewport"
        content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
      />
      <meta name="robots" content="noindex" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={THEME.light} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={THEME.dark} />
      <title>{props.title}</title>
      <link rel="icon" href={WEB_ASSETS.path("seal.svg")} type="image/svg+xml" />
      <link rel="stylesheet" href={WEB_ASSETS.path("page-style.css")} />
      {(props.styles ?? []).map((path) => (
        <link rel="stylesheet" href={path} />
      ))}
      {props.head}
      {(props.scripts ?? []).map(({ path, module }) =>
        module ? <script src={path} type="module" /> : <script src={path} defer />,
      )}
    </head>
    <body>{props.children}</body>
  </html>
);

export const Seal = () => (
  <img class="seal" src={WEB_ASSETS.path("seal.svg")} alt="" width="40" height="40" />
);

/** JSX escapes every text; the doctype is the one thing it cannot say. */
export const asPage = (page: Child): string => `<!doctype html>${String(page)}`;
