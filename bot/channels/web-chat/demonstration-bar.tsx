import type { PageWords } from "../../../api/web/page-frame.tsx";

/** Stands above the talk, so that nobody takes the demonstration for the office's own. */
export const DemonstrationBar = ({
  words: { t },
  clock,
}: {
  readonly words: PageWords;
  readonly clock: string;
}) => (
  <section class="demo" aria-label={t("web-demo")}>
    <div class="demo-inner">
      <p class="demo-clock">
        <strong>{t("web-demo")}</strong>
        <span id="demo-now">{clock}</span>
      </p>
      <a class="demo-change" href="/demo">
        {t("web-demo-change")}
      </a>
      <div class="demo-actions" id="demo-moves">
        <button type="button" data-move="day">
          {t("web-demo-day")}
        </button>
        <button type="button" data-move="next-reminder">
          {t("web-demo-next-reminder")}
        </button>
        <button type="button" data-move="next-report">
          {t("web-demo-next-report")}
        </button>
      </div>
    </div>
  </section>
);
