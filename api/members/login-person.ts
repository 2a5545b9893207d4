import { randomBytes } from "node:crypto";
import type { BothTx } from "../../db/scope.ts";
import { ok, type Result } from "../shared/result.ts";
import { hashSecret } from "./hash-secret.ts";
import type { Appointment } from "./member.ts";
import { openWebChat } from "./open-web-chat.ts";

const BROWSER_KEY_BYTES = 16;

export type LoggedIn = {
  /** Shown this once: its hash is kept. */
  readonly token: string;
  readonly expiresAt: Date;
  readonly organization: { readonly id: string; readonly name: string };
  readonly member: {
    readonly id: string;
    readonly name: string | null;
    readonly locale: "vi" | "en";
    readonly posts: readonly Appointment[];
  };
};

/**
 * A person logs in by a one-time code without a browser: one more session of their web chat. A program keeps no
 * cookie, so wrong codes are counted for the address. Refuses as `linkChat` does; a refusal must be committed too.
 */
export const loginPerson = async (
  both: BothTx,
  now: Date,
  input: { readonly code: string; readonly address: string; readonly languageCode: string },
): Promise<Result<LoggedIn>> => {
  const opened = await openWebChat(both, now, {
    code: input.code,
    browserKey: randomBytes(BROWSER_KEY_BYTES).toString("base64url"),
    languageCode: input.languageCode,
    address: hashSecret(input.address),
  });
  if (!opened.ok) return opened;
  const { linked, token, expiresAt } = opened.value;
  return ok({
    token,
    expiresAt,
    organization: { id: linked.organizationId, name: linked.organizationName },
    member: { id: linked.memberId, name: linked.memberName, locale: linked.locale, posts: linked.posts },
  });
};
