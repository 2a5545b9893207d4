import type { Actor, Role } from "./member.ts";

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

/** By the post the chat speaks for now; another post of the same person does not count until it is chosen. */
export const may = (actor: Actor, action: Action): boolean => {
  if (actor.kind === "operator") return OPERATOR_ACTIONS.includes(action);
  if (actor.kind === "tick" || actor.current === null) return false;
  const allowed: readonly Role[] = PERMISSIONS[action];
  return allowed.includes(actor.current.role);
};
