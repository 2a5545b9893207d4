import type { Actor, KeyScope, Role } from "./member.ts";

const everyone: readonly Role[] = ["head", "deputy", "focal", "consolidator", "leader", "admin"];
const unitPosts: readonly Role[] = ["head", "deputy", "focal"];
const overseers: readonly Role[] = ["consolidator", "leader", "admin"];

/** Role × action. What a role may see within an action (its own unit, all) is each use case's rule. */
export const PERMISSIONS = {
  "see-own-tasks": unitPosts,
  "see-all-tasks": overseers,
  "write-note": unitPosts,
  "decide-claim": ["consolidator", "leader"],
  "see-calendar": everyone,
  "see-documents": everyone,
  "search-tasks": everyone,
  "change-settings": everyone,
  "see-own-data": everyone,
  invite: ["admin"],
  "hand-over": ["admin"],
  "assign-task": ["admin"],
  "add-unit": ["admin"],
  "confirm-group": ["admin"],
  "load-catalogue": ["admin"],
  "connect-group": ["admin"],
  "change-office": ["admin"],
  "change-calendar": ["admin"],
  "change-units": ["admin"],
  "change-rounds": ["admin"],
  "manage-keys": ["admin"],
  "manage-subscriptions": ["admin"],
  "manage-feeds": ["admin"],
  "see-people": ["admin"],
  "see-notes": overseers,
  "see-board": overseers,
  "see-nudges": ["consolidator", "admin"],
  "see-outbox": ["consolidator", "admin"],
  "retry-message": ["consolidator", "admin"],
  "see-audit": ["admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof PERMISSIONS;

/** The operator at the command line administers; the tick acts under no permission of a person. */
const OPERATOR_ACTIONS: readonly Action[] = [
  "invite",
  "hand-over",
  "assign-task",
  "add-unit",
  "confirm-group",
  "load-catalogue",
  "see-all-tasks",
];

/** What keeps the office itself in order; the API's and the operator's alike. */
const OFFICE_ACTIONS: readonly Action[] = [
  "change-office",
  "change-calendar",
  "change-units",
  "change-rounds",
  "manage-keys",
  "manage-subscriptions",
  "manage-feeds",
  "see-people",
  "see-notes",
  "see-board",
  "see-nudges",
  "see-outbox",
  "retry-message",
  "see-audit",
];

const LOOKING: readonly Action[] = [
  "see-all-tasks",
  "see-calendar",
  "see-documents",
  "search-tasks",
  "see-people",
  "see-notes",
  "see-board",
  "see-nudges",
  "see-outbox",
];

/**
 * What a key may do in nobody's post. Notes, claims and whatever else belongs to a post it does in that post
 * (`describePostActor`), by the table above.
 */
const KEY_ACTIONS: Readonly<Record<KeyScope, readonly Action[]>> = {
  read: LOOKING,
  write: LOOKING,
  admin: [...LOOKING, ...OPERATOR_ACTIONS, ...OFFICE_ACTIONS],
};

/** Why somebody may not do what belongs to a post: a key that names none is told so. */
export const refusalWithoutPost = (actor: Actor): "post_required" | "not_allowed" =>
  actor.kind === "key" ? "post_required" : "not_allowed";

/** By the post the chat speaks for now; another post of the same person does not count until it is chosen. */
export const may = (actor: Actor, action: Action): boolean => {
  if (actor.kind === "operator") return OPERATOR_ACTIONS.includes(action) || OFFICE_ACTIONS.includes(action);
  if (actor.kind === "key") return KEY_ACTIONS[actor.scope].includes(action);
  if (actor.kind === "tick" || actor.current === null) return false;
  const allowed: readonly Role[] = PERMISSIONS[action];
  return allowed.includes(actor.current.role);
};
