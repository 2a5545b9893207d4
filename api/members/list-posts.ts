import { selectPosts } from "../../db/queries/appointment-queries.ts";
import { selectLinkedMemberIds } from "../../db/queries/member-queries.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import type { Appointment } from "./member.ts";
import { may } from "./permissions.ts";
import { describePost } from "./rank-posts.ts";

export type HeldPost = Appointment & {
  readonly memberId: string;
  readonly memberName: string | null;
  readonly linked: boolean;
};

/** Who holds which post today, for inviting and handing over. Refuses `not_allowed`. */
export const listPosts: UseCase<Record<string, never>, readonly HeldPost[]> = async (work) => {
  if (!may(work.actor, "hand-over")) return refuse("not_allowed");
  const linked = new Set(await selectLinkedMemberIds(work.tx));
  const posts = await selectPosts(work.tx, work.today);
  return ok(
    posts.map((post) => ({
      ...describePost(post),
      memberId: post.memberId,
      memberName: post.memberName,
      linked: linked.has(post.memberId),
    })),
  );
};
