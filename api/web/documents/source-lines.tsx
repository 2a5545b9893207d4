import type { ShownImport } from "../../imports/show-import.ts";
import { type DraftPage, importPath } from "./draft-page.ts";

/** Lines that the browser lays out together, once they come near. */
const CHUNK = 80;

/** Leads to the document's own words. */
export const LineLink = (props: {
  readonly page: DraftPage;
  readonly lines: readonly [number, number];
  readonly at?: string;
}) => {
  const { page, lines, at } = props;
  const [from, to] = lines;
  const { t } = page.words;
  const path = at === undefined ? "" : `${importPath(page.shown)}?at=${encodeURIComponent(at)}`;
  return (
    <a class="line-link" href={`${path}#line-${from}`} data-lines={`${from}-${to}`}>
      {from === to
        ? t("review-line", { line: String(from) })
        : t("review-lines", { from: String(from), to: String(to) })}
    </a>
  );
};

const chunksOf = (lines: ShownImport["lines"]) =>
  Array.from({ length: Math.ceil(lines.length / CHUNK) }, (_, at) => ({
    first: at * CHUNK,
    lines: lines.slice(at * CHUNK, (at + 1) * CHUNK),
  }));

/** The document's own words, every line with its number. */
export const SourceLines = ({ page }: { readonly page: DraftPage }) => {
  const { t } = page.words;
  const { shown } = page;
  const inHand = shown.draft.doubts.find(({ key }) => key === page.at)?.lines ?? null;
  return (
    <aside class="source" id="source" aria-label={t("review-source")} tabindex={0}>
      <h2>{t("review-source")}</h2>
      {chunksOf(shown.lines).map(({ first, lines }) => (
        <div class="chunk">
          {lines.map(({ text, page: sheet }, at) => {
            const number = first + at + 1;
            const before = shown.lines[number - 2]?.page ?? null;
            const marked = inHand !== null && inHand[0] <= number && number <= inHand[1];
            return (
              <>
                {sheet !== null && sheet !== before ? (
                  <p class="sheet">{t("review-sheet", { number: sheet })}</p>
                ) : null}
                {text.trim() === "" ? (
                  <p class="line blank" id={`line-${number}`} />
                ) : (
                  <p class={marked ? "line in-hand" : "line"} id={`line-${number}`}>
                    <span class="line-number" aria-hidden="true">
                      {number}
                    </span>
                    <span dir="auto">{text}</span>
                  </p>
                )}
              </>
            );
          })}
        </div>
      ))}
    </aside>
  );
};
