import { lockMessage, requeueFailedMessage } from "../../db/queries/outbox-page-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { may } from "../members/permissions.ts";
import { localDateAt } from "../shared/local-date.ts";
import { refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { judgeRetry } from "./judge-retry.ts";
import { type ShownMessage, showMessage } from "./list-messages.ts";

/**
 * Sends once more what could not be delivered; it leaves after the commit. Refuses `not_allowed`,
 * `message_not_found`, `message_not_failed`, `message_outdated`.
 */
export const retryMessage: UseCase<{ readonly messageId: string }, ShownMessage> = async (
  work,
  { messageId },
) => {
  if (!may(work.actor, "retry-message")) return refuse("not_allowed");
  const message = await lockMessage(work.tx, messageId);
  if (message === null) return refuse("message_not_found");
  const { purpose, state, createdAt } = message;
  const saidOn = localDateAt(createdAt, work.organization.timeZone);
  const refusal = judgeRetry({ purpose, state, saidOn }, work.today);
  if (refusal !== null) return refuse(refusal);
  await requeueFailedMessage(work.tx, messageId, work.now);
  await recordAuditEntry(work, "message-retried", { kind: "outbox_message", id: messageId }, { purpose });
  return showMessage(work, { messageId });
};
