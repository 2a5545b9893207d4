import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { API_ROUTES } from "../../api/api-routes.ts";
import { type UseCases, useCases } from "../../bot/use-cases.ts";
import { readSources } from "../support/source-imports.ts";

/** What a dialogue can do, and the operations by which another system or a person's program does the same. */
const OPERATIONS_OF: { readonly [Name in keyof UseCases]: readonly string[] } = {
  "list-tasks": ["list-unit-tasks", "list-tasks"],
  "count-units": ["count-units"],
  "show-task": ["show-task"],
  "search-tasks": ["search-tasks"],
  "list-due-dates": ["list-due-dates"],
  "create-feed": ["create-calendar-feed"],
  "list-feeds": ["list-calendar-feeds"],
  "revoke-feed": ["revoke-calendar-feed"],
  "list-documents": ["list-documents"],
  "acknowledge-task": ["acknowledge-task"],
  "acknowledge-catalogue": ["acknowledge-catalogue"],
  "read-message": ["preview-message"],
  "submit-progress-update": ["submit-progress-update"],
  "correct-progress-update": ["correct-progress-update"],
  // A messenger's message that was edited: by the API its note is named.
  "correct-message": ["correct-progress-update"],
  "withdraw-progress-update": ["withdraw-progress-update"],
  "list-claims": ["list-claims"],
  "settle-claim": ["settle-claim"],
  "find-units": ["list-units", "list-groups"],
  "show-group": ["show-group"],
  "confirm-group-members": ["confirm-group-members"],
  "invite-member": ["invite-member"],
  "list-posts": ["list-appointments"],
  "hand-over": ["hand-over"],
  "list-unassigned": ["list-unassigned"],
  "assign-task": ["assign-task"],
  "end-assignment": ["end-assignment"],
  "show-own-data": ["show-own-data"],
  "change-member-settings": ["change-member-settings"],
  "switch-post": ["switch-post"],
  "invite-device": ["invite-device"],
  "revoke-chat": ["revoke-chat"],
  "revoke-web-session": ["revoke-session", "logout"],
  "leave-office": ["leave-office"],
  "list-imports": ["list-imports"],
  "show-import": ["show-import"],
  "review-field": ["review-field"],
  "preview-publication": ["preview-publication"],
  "publish-import": ["publish-import"],
  "withdraw-import": ["withdraw-import"],
};

/**
 * Where the API has a use case of its own over the same rows: lists that have pages and filters there, and what only
 * a chat needs (words that mean a unit, a message that was edited).
 */
const APART: readonly (keyof UseCases)[] = ["list-documents", "list-posts", "find-units", "correct-message"];

const ROOT = join(import.meta.dirname, "../..");
const sources = readSources(ROOT, ["api", "bot"]);
const reached = (from: RegExp): ReadonlySet<string> =>
  new Set(
    sources
      .filter(({ path }) => from.test(path))
      .flatMap(({ imports }) =>
        imports.filter(({ typeOnly }) => !typeOnly).map(({ target }) => target ?? ""),
      ),
  );
/** The name of the file in which a use case stands, as the dialogues' list imports it. */
const fileOf = (name: string): string => {
  const said = name === "count-units" ? "list-unit-counts" : name;
  const found = [...reached(/^bot\/use-cases\.ts$/)].find((path) => path.endsWith(`/${said}.ts`));
  if (found === undefined) throw new Error(`bot/use-cases.ts imports no ${said}.ts`);
  return found;
};

describe("everything a dialogue can do, the API can do", () => {
  it("by an operation that exists, for each of its use cases", () => {
    expect(new Set(Object.keys(OPERATIONS_OF))).toEqual(new Set(Object.keys(useCases)));
    const known = new Set(API_ROUTES.map(({ name }) => name));
    const missing = Object.entries(OPERATIONS_OF).filter(
      ([, operations]) => operations.length === 0 || operations.some((name) => !known.has(name)),
    );
    expect(missing).toEqual([]);
  });

  it("through the same use case: the routes import its file, or one that builds on it", () => {
    const routes = reached(/^api\/.+-routes\.tsx?$/);
    const built = reached(
      new RegExp(`^(${[...routes].filter((path) => path.startsWith("api/")).join("|")})$`),
    );
    const apart = Object.keys(useCases).filter(
      (name) => !routes.has(fileOf(name)) && !built.has(fileOf(name)),
    );
    expect(new Set(apart)).toEqual(new Set<string>(APART));
  });
});
