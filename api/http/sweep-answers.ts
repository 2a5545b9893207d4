import { deleteAnsweredRequests } from "../../db/queries/system-answered-request-queries.ts";
import type { Database } from "../../db/scope.ts";
import { REMEMBERED_MS } from "./answer-request.ts";

/** Answers that are not given again any more; how many there were. */
export const sweepAnswers = (database: Pick<Database, "inSystem">, now: Date): Promise<number> =>
  database.inSystem((tx) => deleteAnsweredRequests(tx, new Date(now.getTime() - REMEMBERED_MS)));
