import { PageFrame, type PageWords, Seal } from "./page-frame.tsx";

/** A refusal as a page: what is so, and where to go from here. */
export const MessagePage = (props: {
  readonly words: PageWords;
  readonly title: string;
  readonly sentence: string;
  readonly way: { readonly path: string; readonly label: string };
}) => (
  <PageFrame locale={props.words.locale} title={props.words.t("web-page-title", { page: props.title })}>
    <main class="card-page">
      <header class="card-head">
        <Seal />
        <h1>{props.title}</h1>
      </header>
      <div class="card">
        <p>{props.sentence}</p>
        <p>
          <a href={props.way.path}>{props.way.label}</a>
        </p>
      </div>
    </main>
  </PageFrame>
);
