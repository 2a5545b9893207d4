import { PageFrame, type PageWords, Seal } from "../page-frame.tsx";
import { REFERENCE_ASSETS } from "../web-assets.ts";
import type { Description } from "./description.ts";
import { FIRST_STEPS, KEY_COMMANDS, writeCurl } from "./first-steps.ts";
import { listPowers } from "./list-powers.ts";
import { listRefusals } from "./list-refusals.ts";
import { Code, Line, MarkedText } from "./marked-text.tsx";
import { OperationCard } from "./operation-card.tsx";

/** What a stranger reads before the first operation, in this order. */
const CHAPTERS = [
  { id: "authentication", title: "reference-authentication", words: "reference-authentication-words" },
  { id: "posts", title: "reference-posts", words: "reference-posts-words" },
  { id: "roles", title: "reference-roles", words: "reference-roles-words" },
  { id: "lasting", title: "reference-lasting", words: "reference-lasting-words" },
  { id: "pages", title: "reference-pages", words: "reference-pages-words" },
  { id: "revisions", title: "reference-revisions", words: "reference-revisions-words" },
  { id: "idempotency", title: "reference-idempotency", words: "reference-idempotency-words" },
  { id: "limits", title: "reference-limits", words: "reference-limits-words" },
  { id: "webhooks", title: "reference-webhooks", words: "reference-webhooks-words" },
  { id: "feeds", title: "reference-feeds", words: "reference-feeds-words" },
  { id: "errors", title: "reference-refusals", words: "reference-refusals-words" },
] as const;

/** Numbers that the page says. */
export type ShownLimits = {
  readonly perMinute: number;
  readonly openly: number;
  /** Megabytes of a JSON body. */
  readonly json: number;
  /** Rows of a page. */
  readonly page: number;
  /** Wrong codes, and how long they lock. */
  readonly tries: number;
  readonly minutes: number;
};

const readable = (room: string): string => room.replaceAll("-", " ");

const Contents = ({ rooms, t }: { readonly rooms: Description["rooms"]; readonly t: PageWords["t"] }) => (
  <ul class="contents">
    <li>
      <a href="#start">{t("reference-start")}</a>
    </li>
    {CHAPTERS.map(({ id, title }) => (
      <li>
        <a href={`#${id}`}>{t(title)}</a>
      </li>
    ))}
    <li>
      <a href="#operations">{t("reference-operations")}</a>
      <ul>
        {rooms.map(({ name, operations }) => (
          <li>
            <a href={`#room-${name}`}>{readable(name)}</a> <span class="count">{operations.length}</span>
          </li>
        ))}
      </ul>
    </li>
  </ul>
);

const Start = ({ t }: { readonly t: PageWords["t"] }) => (
  <section class="chapter" id="start">
    <h2>{t("reference-start")}</h2>
    <MarkedText text={t("reference-start-words")} />
    <h3>{t("reference-step-key")}</h3>
    <Code text={KEY_COMMANDS} />
    {FIRST_STEPS.map((step) => (
      <>
        <h3>
          {t(step.title)} <a href={`#${step.operation}`}>{step.operation}</a>
        </h3>
        <Code text={writeCurl(step)} />
      </>
    ))}
    <MarkedText text={t("reference-start-after")} />
  </section>
);

const Refusals = ({ locale, t }: PageWords) => {
  const { refusals, faults } = listRefusals(locale);
  return (
    <>
      <Meanings family="fault" rows={faults} />
      <table class="refusals">
        <thead>
          <tr>
            <th>{t("reference-code")}</th>
            <th>{t("reference-status")}</th>
            <th>{t("reference-sentence")}</th>
          </tr>
        </thead>
        <tbody>
          {refusals.map(({ code, status, sentence }) => (
            <tr id={`refusal-${code}`}>
              <td>
                <code>{code}</code>
              </td>
              <td>{status}</td>
              <td>{sentence}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};

/** Codes with what they mean: one line each on a wide screen, two on a phone. */
const Meanings = (props: {
  readonly family: string;
  readonly rows: readonly { readonly code: string; readonly meaning: string }[];
  readonly lang?: string;
}) => (
  <ul class="fields" lang={props.lang}>
    {props.rows.map(({ code, meaning }) => (
      <li class="field" id={`${props.family}-${code}`}>
        <span class="field-name">
          <code>{code}</code>
        </span>
        <span>{meaning}</span>
      </li>
    ))}
  </ul>
);

/** The whole reference on one page, made from the description that programs read. */
export const ReferencePage = (props: {
  readonly description: Description;
  readonly words: PageWords;
  readonly limits: ShownLimits;
}) => {
  const { description, words } = props;
  const { locale, t } = words;
  const other = locale === "vi" ? "en" : "vi";
  return (
    <PageFrame
      locale={locale}
      title={t("reference-title")}
      styles={[REFERENCE_ASSETS.path("reference-style.css")]}
    >
      <header class="top">
        <div class="top-inner">
          <Seal />
          <div class="top-words">
            <p class="office">{t("web-name")}</p>
            <h1 class="unit">{t("reference-name")}</h1>
          </div>
          <a class="leave" href={`/docs?lang=${other}`} hreflang={other}>
            {t("reference-language")}
          </a>
        </div>
      </header>
      <div class="reference">
        <nav class="side" aria-label={t("reference-contents")}>
          <Contents rooms={description.rooms} t={t} />
        </nav>
        <main>
          <details class="phone-contents">
            <summary>{t("reference-contents")}</summary>
            <Contents rooms={description.rooms} t={t} />
          </details>
          <MarkedText text={t("reference-purpose")} />
          <p class="raw">
            <Line text={t("reference-raw")} />
          </p>
          <Start t={t} />
          {CHAPTERS.map(({ id, title, words: said }) => (
            <section class="chapter" id={id}>
              <h2>{t(title)}</h2>
              <MarkedText text={t(said, { ...props.limits })} />
              {id === "roles" ? <Meanings family="role" rows={listPowers(t)} /> : null}
              {id === "webhooks" ? (
                <Meanings
                  family="action"
                  rows={description.events.map(({ name, summary }) => ({ code: name, meaning: summary }))}
                  lang="en"
                />
              ) : null}
              {id === "errors" ? <Refusals {...words} /> : null}
            </section>
          ))}
          <section class="chapter" id="operations">
            <h2>{t("reference-operations")}</h2>
            {description.rooms.map(({ name, operations }) => (
              <section class="room" id={`room-${name}`} lang="en">
                <h3>{readable(name)}</h3>
                {operations.map((operation) => (
                  <OperationCard operation={operation} description={description} words={words} />
                ))}
              </section>
            ))}
          </section>
        </main>
      </div>
    </PageFrame>
  );
};
