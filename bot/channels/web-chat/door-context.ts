import type { MiddlewareHandler } from "hono";
import { refusalOf } from "../../../api/shared/result.ts";
import { answerRefusal } from "../../../api/web/answer-refusal.ts";
import type { SessionCookie } from "../../../api/web/session-cookie.ts";
import type { Receive } from "../channel.ts";
import type { WebChatDoors } from "./doors.ts";
import type { ReceivedFiles } from "./keep-received-file.ts";
import type { PageHub } from "./page-hub.ts";
import type { Visitor } from "./visitor.ts";

/** What the web chat's routes share. */
export type Desk = {
  readonly doors: WebChatDoors;
  readonly hub: PageHub;
  readonly files: ReceivedFiles;
  readonly cookie: SessionCookie;
  /** Null before the channel was started: nothing is taken then. */
  readonly receiver: () => Receive | null;
};

export type VisitorEnv = { readonly Variables: { visitor: Visitor } };

/** Only with a session that is in force; the page's script goes to the login on 401. */
export const requireVisitor =
  ({ doors, cookie }: Desk): MiddlewareHandler<VisitorEnv> =>
  async (c, next) => {
    const token = cookie.token(c);
    const visitor = token === null ? null : await doors.findVisitor(token);
    if (visitor === null) return answerRefusal(c, refusalOf("session_invalid"));
    c.set("visitor", visitor);
    return next();
  };
