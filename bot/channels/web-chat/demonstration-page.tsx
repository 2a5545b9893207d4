import { PageFrame, type PageWords, Seal } from "../../../api/web/page-frame.tsx";
import { CHAT_ASSETS } from "./assets.ts";

/** Somebody whom the visitor of the demonstration may be; words are ready to read. */
export type PersonaCard = {
  readonly id: string;
  readonly name: string;
  readonly sees: string;
  readonly begin: boolean;
};

export const DemonstrationPage = (props: {
  readonly words: PageWords;
  readonly office: string;
  readonly clock: string;
  readonly personas: readonly PersonaCard[];
  /** The page that the choice came before. */
  readonly back: string | null;
}) => {
  const { t, locale } = props.words;
  return (
    <PageFrame locale={locale} title={t("web-title")} styles={[CHAT_ASSETS.path("chat-style.css")]}>
      <section class="demo" aria-label={t("web-demo")}>
        <div class="demo-inner">
          <p class="demo-clock">
            <strong>{t("web-demo")}</strong> {props.clock}
          </p>
        </div>
      </section>
      <main class="card-page wide">
        <header class="card-head">
          <Seal />
          <h1>{t("web-name")}</h1>
          <p>{t("web-purpose")}</p>
          <p>{t("web-demo-who", { office: props.office })}</p>
        </header>
        <form method="post" action="/demo/be">
          {props.back === null ? null : <input type="hidden" name="back" value={props.back} />}
          <ul class="personas">
            {props.personas.map((persona) => (
              <li>
                <button
                  class={persona.begin ? "persona first" : "persona"}
                  type="submit"
                  name="persona"
                  value={persona.id}
                >
                  {persona.begin ? <span class="persona-begin">{t("web-demo-begin")}</span> : null}
                  <span class="persona-name">{persona.name}</span>
                  <span class="persona-sees">{persona.sees}</span>
                </button>
              </li>
            ))}
          </ul>
        </form>
        <section class="about">
          <p>{t("web-demo-about")}</p>
        </section>
      </main>
    </PageFrame>
  );
};
