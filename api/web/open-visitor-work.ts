import { type BothTx, tenantScope } from "../../db/scope.ts";
import { findWebSession } from "../members/find-web-session.ts";
import { openWork } from "../organizations/open-work.ts";
import type { Clock } from "../shared/clock.ts";
import type { Work } from "../shared/work.ts";

/** What the pages ask of the house, handed in by whoever starts it. */
export type WebDoors = {
  /** A session is found before its organization is known. */
  readonly inBoth: <T>(steps: (both: BothTx) => Promise<T>) => Promise<T>;
  readonly clock: Clock;
  /** Under which people reach the pages; https makes the cookies Secure. */
  readonly publicUrl: string | undefined;
  /** The demonstration has no login: it is answered on this machine alone. */
  readonly loopbackOnly: boolean;
};

/** One transaction in the office of a browser's session, as its member; null when the session is not in force. */
export const inVisitorWork = async <T>(
  { inBoth, clock }: Pick<WebDoors, "inBoth" | "clock">,
  token: string | null,
  steps: (work: Work) => Promise<T>,
): Promise<{ readonly done: T } | null> => {
  if (token === null) return null;
  const now = clock.now();
  return inBoth(async (both) => {
    const session = await findWebSession(both, token, now);
    if (session === null) return null;
    return both.asTenant(tenantScope(session.organizationId), async (tx) => ({
      done: await steps(await openWork(tx, session.actor, now)),
    }));
  });
};
