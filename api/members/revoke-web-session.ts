import { z } from "zod";
import { revokeSession, selectWebSessionsOfMember } from "../../db/queries/web-session-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { isPerson } from "./member.ts";

const inputSchema = z.strictObject({ sessionId: z.uuid() });

/** A browser of one's own is logged out. Refuses `not_allowed`, `request_invalid`, `session_not_found`. */
export const revokeWebSession: UseCase<z.input<typeof inputSchema>, { readonly sessionId: string }> = async (
  work,
  raw,
) => {
  const { actor } = work;
  if (!isPerson(actor)) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { sessionId } = parsed.data;
  const own = await selectWebSessionsOfMember(work.tx, actor.memberId);
  if (!own.some(({ id }) => id === sessionId)) return refuse("session_not_found");
  await revokeSession(work.tx, sessionId, work.now);
  await recordAuditEntry(work, "session-revoked", { kind: "web_session", id: sessionId });
  return ok({ sessionId });
};
