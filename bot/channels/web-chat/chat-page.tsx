import { PageFrame, type PageWords, Seal } from "../../../api/web/page-frame.tsx";
import { CHAT_ASSETS } from "./assets.ts";
import { DemonstrationBar } from "./demonstration-bar.tsx";
import type { PageItem } from "./page-item.ts";
import { TEXT_LENGTH } from "./parse-update.ts";
import type { Visitor } from "./visitor.ts";

/** What the page's script says by itself. */
const scriptWords = ({ t }: PageWords, fileBytes: number) => ({
  me: t("web-from-me"),
  bot: t("web-from-bot"),
  picture: t("web-picture"),
  choices: t("web-choices"),
  sending: t("web-sending"),
  failed: t("web-failed"),
  again: t("web-again"),
  copied: t("web-copied"),
  selected: t("web-selected"),
  reconnecting: t("web-reconnecting"),
  movingClock: t("web-moving-clock"),
  textTooLong: t("refusal-note-too-long", { max: TEXT_LENGTH }),
  fileTooLarge: t("refusal-file-too-large", { max: Math.floor(fileBytes / 1024 / 1024) }),
});

const Clip = () => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
    <path d="m20 11-8.2 8.2a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 4.8 4.8L9.7 17a1.7 1.7 0 0 1-2.4-2.4L14.8 7.1" />
  </svg>
);
const Door = () => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
    <path d="M14 4H5v16h9M10 12h11m-4-4 4 4-4 4" stroke-linecap="round" stroke-linejoin="round" />
  </svg>
);
const Arrow = () => (
  <svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
    <path d="M3.4 20.4 21 12 3.4 3.6v6.6L14 12 3.4 13.8z" />
  </svg>
);

const Top = ({ words: { t }, visitor }: { readonly words: PageWords; readonly visitor: Visitor }) => {
  const { post } = visitor;
  const role = post === null ? null : t("web-post", { role: { term: `role-${post.role}` } });
  return (
    <header class="top">
      <div class="top-inner">
        <Seal />
        <div class="top-words">
          <p class="office">{visitor.organization.name}</p>
          <h1 class="unit">{post?.unitName ?? role ?? t("web-no-post")}</h1>
          {post?.unitName ? <p class="post">{role}</p> : null}
        </div>
        {visitor.documents ? (
          <a class="leave" href="/documents">
            {t("web-documents")}
          </a>
        ) : null}
        <form method="post" action="/logout">
          <button class="leave" type="submit" title={t("web-logout")}>
            <Door />
            <span class="unseen leave-words">{t("web-logout")}</span>
          </button>
        </form>
      </div>
    </header>
  );
};

const Foot = ({ t }: PageWords) => (
  <footer class="foot">
    <div class="foot-inner">
      <p class="state" id="state" role="status" hidden />
      <nav class="quick" id="quick" aria-label={t("web-quick")}>
        <button type="button" data-text="/nhiemvu">
          {t("web-quick-tasks")}
        </button>
        <button type="button" data-text="/lich">
          {t("web-quick-calendar")}
        </button>
        <button type="button" data-text="/trogiup">
          {t("web-quick-help")}
        </button>
      </nav>
      <div class="chosen-file" id="chosen-file" hidden>
        <span id="file-name" dir="auto" />
        <button type="button" id="drop-file">
          {t("web-drop-file")}
        </button>
      </div>
      <form class="write" id="write">
        <input type="file" id="file" accept="image/*,.pdf,.docx,.xlsx,.txt,.md" tabindex={-1} hidden />
        <button
          type="button"
          class="icon-button"
          id="attach"
          aria-label={t("web-attach")}
          title={t("web-attach")}
        >
          <Clip />
        </button>
        <label class="unseen" for="text">
          {t("web-write")}
        </label>
        <textarea id="text" rows={1} dir="auto" placeholder={t("web-write")} enterkeyhint="send" />
        <button type="submit" class="icon-button send" aria-label={t("web-send")} title={t("web-send")}>
          <Arrow />
        </button>
      </form>
    </div>
  </footer>
);

/** The thread itself is drawn by the page's script from `data-items`: one way to draw, before and after. */
export const ChatPage = (props: {
  readonly words: PageWords;
  readonly visitor: Visitor;
  readonly items: readonly PageItem[];
  readonly fileBytes: number;
  /** The demonstration's clock in words; null in a live office. */
  readonly demonstrationClock: string | null;
}) => {
  const { t, locale } = props.words;
  return (
    <PageFrame
      locale={locale}
      title={t("web-title")}
      styles={[CHAT_ASSETS.path("chat-style.css")]}
      scripts={[{ path: CHAT_ASSETS.path("page-script.js"), module: true }]}
    >
      <div
        class="talk"
        data-chat={props.visitor.chatLinkId}
        data-items={JSON.stringify(props.items)}
        data-words={JSON.stringify(scriptWords(props.words, props.fileBytes))}
        data-text-length={TEXT_LENGTH}
        data-file-bytes={props.fileBytes}
      >
        {props.demonstrationClock === null ? null : (
          <DemonstrationBar words={props.words} clock={props.demonstrationClock} />
        )}
        <Top words={props.words} visitor={props.visitor} />
        <main class="thread" id="thread" tabindex={-1}>
          <div
            class="thread-inner"
            id="thread-inner"
            role="log"
            aria-live="polite"
            aria-label={t("web-thread")}
          >
            <p class="welcome" id="welcome">
              {t("web-welcome")}
            </p>
            <p class="answering" id="answering" hidden>
              {t("web-answering")}
            </p>
          </div>
        </main>
        <Foot {...props.words} />
      </div>
    </PageFrame>
  );
};
