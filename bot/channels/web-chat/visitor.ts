import type { Role } from "../../../api/members/member.ts";
import type { Locale } from "../../../locales/translate.ts";

/** Who a browser's session speaks for, and what the page's head says about it. */
export type Visitor = {
  readonly sessionId: string;
  readonly chatLinkId: string;
  readonly chatKey: string;
  readonly locale: Locale;
  readonly organization: { readonly id: string; readonly name: string; readonly timeZone: string };
  /** The post this chat speaks for; null when the member holds none today. */
  readonly post: { readonly role: Role; readonly unitName: string | null } | null;
  /** May have documents read and published. */
  readonly documents: boolean;
};

export const WEB_ACCOUNT = "web";
