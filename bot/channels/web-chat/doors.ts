import type { WebHistoryEntry } from "../../../api/conversations/list-web-history.ts";
import type { Clock } from "../../../api/shared/clock.ts";
import type { Result } from "../../../api/shared/result.ts";
import type { OpenedSession } from "../../../api/web/session-cookie.ts";
import type { Locale } from "../../../locales/translate.ts";
import type { MakeWords } from "./arrange-history.ts";
import type { PersonaCard } from "./demonstration-page.tsx";
import type { Visitor } from "./visitor.ts";

/** What the web chat asks of the application, handed in by `bot/main.ts`. */
export type WebChatDoors = {
  readonly clock: Clock;
  /** Under which people reach the page; https makes the cookies Secure. */
  readonly publicUrl: string | undefined;
  /** Folder for files that were sent and not yet taken up. */
  readonly filesFolder: string;
  /** Wrong codes are counted for the browser; locked after five. */
  readonly login: (input: {
    readonly code: string;
    readonly browserKey: string;
    readonly locale: Locale;
  }) => Promise<Result<OpenedSession>>;
  /** Null for an unknown, expired or revoked session. */
  readonly findVisitor: (token: string) => Promise<Visitor | null>;
  /** The session that ended; null when there was none. */
  readonly endSession: (token: string) => Promise<string | null>;
  /** The last messages of the chat, oldest first: sent ones, waiting ones, the person's own. */
  readonly listHistory: (visitor: Visitor, limit: number) => Promise<readonly WebHistoryEntry[]>;
  readonly makeWords: MakeWords;
  /** A page of this chat was opened: what waits for one can go out now. */
  readonly wake: (chatKey: string) => void;
  readonly demonstration: Demonstration | null;
};

export type ClockMove = "day" | "next-reminder" | "next-report";

/** "no-reminder": a month went by without one; "no-report": none is dated any more, and the clock stands still. */
export type ClockMoved = "moved" | "no-reminder" | "no-report" | "busy";

/** The part of the doors that only the demonstration has. */
export type Demonstration = {
  readonly office: { readonly name: string; readonly timeZone: string };
  readonly personas: (locale: Locale) => readonly PersonaCard[];
  /** Null for a persona that there is not. */
  readonly be: (personaId: string) => Promise<OpenedSession | null>;
  /** The reminder that is looked for is the visitor's own; null: anybody's. */
  readonly move: (move: ClockMove, chatLinkId: string | null) => Promise<ClockMoved>;
};
