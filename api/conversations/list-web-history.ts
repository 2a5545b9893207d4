import { selectLastHeard } from "../../db/queries/system-web-chat-queries.ts";
import { selectLastSaid } from "../../db/queries/web-chat-queries.ts";
import { type BothTx, tenantScope } from "../../db/scope.ts";

/** One message of a web chat, from either side, as it was stored. */
export type WebHistoryEntry =
  | {
      readonly from: "bot";
      readonly at: Date;
      readonly outboxId: string;
      readonly locale: "vi" | "en";
      readonly message: unknown;
    }
  | { readonly from: "me"; readonly at: Date; readonly updateKey: string; readonly content: unknown };

/** The last messages of both sides, oldest first; of one instant the question stands before the answer. */
export const listWebHistory = async (
  both: BothTx,
  chat: { readonly organizationId: string; readonly chatLinkId: string; readonly chatKey: string },
  now: Date,
  limit: number,
): Promise<readonly WebHistoryEntry[]> => {
  const heard = await selectLastHeard(both.system, chat.chatKey, limit);
  const said = await both.asTenant(tenantScope(chat.organizationId), (tx) =>
    selectLastSaid(tx, chat.chatLinkId, now, limit),
  );
  const entries: WebHistoryEntry[] = [
    ...heard.toReversed().map((row) => ({ from: "me" as const, ...row, at: new Date(row.at) })),
    ...said.toReversed().map(({ id, ...row }) => ({
      from: "bot" as const,
      outboxId: id,
      ...row,
      at: new Date(row.at),
    })),
  ];
  // The sort is stable: each side keeps its own order.
  return entries.sort((one, other) => one.at.getTime() - other.at.getTime()).slice(-limit);
};
