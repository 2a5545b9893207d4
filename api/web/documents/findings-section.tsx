import { type DraftPage, sayWarning } from "./draft-page.ts";
import { LineLink } from "./source-lines.tsx";

/** What looks wrong in the decision itself: for whoever drafts it, nothing that must be settled here. */
export const FindingsSection = ({ page }: { readonly page: DraftPage }) => {
  const { t } = page.words;
  const { findings } = page.shown;
  if (findings.length === 0) return <div id="findings" />;
  return (
    <section id="findings" class="card-block" aria-labelledby="findings-title">
      <h2 id="findings-title">{t("review-findings", { count: findings.length })}</h2>
      <p class="hint">{t("review-findings-how")}</p>
      <ul class="findings">
        {findings.map((finding) => {
          return (
            <li data-lines={finding.line === null ? undefined : `${finding.line}-${finding.line}`}>
              {finding.number === null ? null : (
                <strong>{t("review-of-task", { number: finding.number })}: </strong>
              )}
              {sayWarning(page.words, finding)}{" "}
              {finding.line === null ? null : <LineLink page={page} lines={[finding.line, finding.line]} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
