import { PageFrame, type PageWords, Seal } from "../../../api/web/page-frame.tsx";

const About = ({ t }: PageWords) => (
  <section class="about">
    <h2>{t("web-about-title")}</h2>
    <p>{t("web-about-program")}</p>
    <p>{t("web-about-keeps")}</p>
    <p>{t("web-about-leave")}</p>
  </section>
);

/** A code from a link stands in the field already; signing in stays the person's own act. */
export const LoginPage = (props: {
  readonly words: PageWords;
  readonly code: string;
  readonly wrong: string | null;
  /** The page that the login came before. */
  readonly back: string | null;
}) => {
  const { t, locale } = props.words;
  return (
    <PageFrame locale={locale} title={t("web-title")}>
      <main class="card-page">
        <header class="card-head">
          <Seal />
          <h1>{t("web-name")}</h1>
          <p>{t("web-purpose")}</p>
        </header>
        <div class="card">
          <form method="post" action="/login">
            {props.back === null ? null : <input type="hidden" name="back" value={props.back} />}
            <label for="code">{t("web-code-label")}</label>
            {props.wrong === null ? null : (
              <p class="wrong-words" id="wrong" role="alert">
                {props.wrong}
              </p>
            )}
            <input
              type="text"
              id="code"
              name="code"
              value={props.code}
              required
              maxlength={200}
              autocomplete="one-time-code"
              autocapitalize="characters"
              autocorrect="off"
              spellcheck={false}
              autofocus
              aria-invalid={props.wrong === null ? undefined : "true"}
              aria-describedby={props.wrong === null ? "code-hint" : "wrong code-hint"}
            />
            <p class="hint" id="code-hint">
              {t("web-code-hint")}
            </p>
            <button class="main-button" type="submit">
              {t("web-login")}
            </button>
          </form>
        </div>
        <About {...props.words} />
      </main>
    </PageFrame>
  );
};
