import { selectKey } from "../../db/queries/key-queries.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import type { Appointment, KeyScope } from "./member.ts";

export type ShownCaller = {
  readonly kind: "key" | "person";
  readonly organization: { readonly id: string; readonly code: string; readonly name: string };
  readonly key: {
    readonly id: string;
    readonly name: string;
    readonly scope: KeyScope;
    readonly expiresAt: Date | null;
  } | null;
  /** The person; null for a key, also for one that acts in a post. */
  readonly member: {
    readonly id: string;
    readonly name: string | null;
    readonly locale: "vi" | "en";
    readonly posts: readonly Appointment[];
  } | null;
  /** For which post the caller speaks now. */
  readonly currentPost: Appointment | null;
};

/** Who asks, and in which post. Refuses `not_allowed` to whoever does not come by the API. */
export const showCaller: UseCase<Record<string, never>, ShownCaller> = async (work) => {
  const { actor } = work;
  if (actor.kind !== "member" && actor.kind !== "key") return refuse("not_allowed");
  const { id, code, name } = work.organization;
  const key = actor.keyId === null ? null : await selectKey(work.tx, actor.keyId);
  return ok({
    kind: actor.keyId === null ? "person" : "key",
    organization: { id, code, name },
    key: key === null ? null : { id: key.id, name: key.name, scope: key.scope, expiresAt: key.expiresAt },
    member:
      actor.kind === "key" || actor.keyId !== null
        ? null
        : { id: actor.memberId, name: actor.name, locale: actor.locale, posts: actor.appointments },
    currentPost: actor.kind === "member" ? actor.current : null,
  });
};
