import { type DraftPage, importPath } from "./draft-page.ts";

/** Opens a block for corrections, or closes it; without the page's script by a page of its own. */
export const BlockLink = (props: {
  readonly page: DraftPage;
  readonly name: string;
  readonly open: boolean;
  /** What it is about, for whoever does not see where it stands. */
  readonly of: string;
}) => {
  const { page, name, open, of } = props;
  const { t } = page.words;
  const query = open ? `?edit=${name}` : `?block=${name}`;
  return (
    <a
      class="plain"
      href={`${importPath(page.shown)}${open ? query : ""}#${name}`}
      hx-get={`${importPath(page.shown)}${query}`}
      hx-target={`#${name}`}
      hx-swap="outerHTML"
    >
      {t(open ? "review-edit" : "review-edit-done")}
      <span class="unseen"> {of}</span>
    </a>
  );
};
