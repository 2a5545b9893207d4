import { lt } from "drizzle-orm";
import { answeredRequest } from "../schema/access.ts";
import type { SystemTx } from "../scope.ts";

/** How many answers of before that instant were thrown away. */
export const deleteAnsweredRequests = async (tx: SystemTx, before: Date): Promise<number> =>
  (
    await tx.db
      .delete(answeredRequest)
      .where(lt(answeredRequest.answeredAt, before))
      .returning({ at: answeredRequest.answeredAt })
  ).length;
