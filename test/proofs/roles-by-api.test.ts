import { beforeAll, describe, expect, it } from "vitest";
import type { ApiRoute } from "../../api/http/api-route.ts";
import { refusalsOf } from "../../api/http/describe-route.ts";
import { problemSchema } from "../../api/http/problem.ts";
import { reaches } from "../../api/keys/api-key.ts";
import { KEY_SCOPES, type KeyScope, ROLES, type Role } from "../../api/members/member.ts";
import { may, PERMISSIONS } from "../../api/members/permissions.ts";
import type { ApiHouse } from "../support/api.ts";
import { freshDatabase } from "../support/database.ts";
import { callOf } from "../support/operation-calls.ts";
import { OPERATIONS } from "../support/operation-schemas.ts";
import { type ProofOffices, proofOffices } from "../support/proof-offices.ts";
import { hasWritten } from "../support/undone-database.ts";
import { type Asks, OPERATION_ACTIONS, PERSONAL } from "./operation-actions.ts";

/** They need what no office holds ready: a code that is open, a draft without doubts. */
const NEVER_DONE_HERE: readonly string[] = ["login", "publish-import"];

let house: ProofOffices;
/** Whether the last transaction wrote anything. */
let wrote = false;
beforeAll(async () => {
  house = await proofOffices(await freshDatabase(), async (db) => {
    wrote = await hasWritten(db);
  });
});

const grants = (asks: Asks, allows: (action: keyof typeof PERMISSIONS) => boolean): boolean =>
  asks === "door" || asks.some(allows);
const roleMay =
  (role: Role) =>
  (action: keyof typeof PERMISSIONS): boolean =>
    (PERMISSIONS[action] as readonly Role[]).includes(role);
const keyMay = (scope: KeyScope) => (action: keyof typeof PERMISSIONS) =>
  may({ kind: "key", keyId: "", scope }, action);

type Expected = "allowed" | "not_allowed" | "post_required" | "scope_too_small";
type Caller = {
  readonly who: string;
  readonly door: Pick<ApiHouse, "ask">;
  readonly expected: Expected;
};

const callersOf = (name: string, route: ApiRoute): readonly Caller[] => {
  const { door, tokens, posts, session } = house;
  const asks = OPERATION_ACTIONS[name] ?? [];
  const own = PERSONAL[name];
  return [
    ...KEY_SCOPES.map((scope) => ({
      who: `a key of scope ${scope}`,
      door: door.with(tokens[scope]),
      expected: !reaches(scope, route.scope)
        ? ("scope_too_small" as const)
        : grants(asks, keyMay(scope))
          ? ("allowed" as const)
          : refusalsOf(route).includes("post_required")
            ? ("post_required" as const)
            : ("not_allowed" as const),
    })),
    ...ROLES.map((role) => ({
      who: `a key in the post of the ${role}`,
      door: door.with(tokens.admin).in(posts[role]),
      expected: grants(asks, roleMay(role)) ? ("allowed" as const) : ("not_allowed" as const),
    })),
    ...(own === undefined
      ? []
      : ROLES.map((role) => ({
          who: `the ${role} in a session`,
          door: door.with(session(role)),
          expected:
            grants(own, roleMay(role)) || grants(asks, roleMay(role))
              ? ("allowed" as const)
              : ("not_allowed" as const),
        }))),
  ];
};

const DOOR_REFUSALS: readonly string[] = [
  "not_allowed",
  "post_required",
  "scope_too_small",
  "key_invalid",
  "session_invalid",
];

describe("role × action at the API", () => {
  it("knows the action of every operation, and an operation or a command of every action", () => {
    expect(new Set(Object.keys(OPERATION_ACTIONS))).toEqual(new Set(OPERATIONS.map(([name]) => name)));
    const asked = new Set<string>([...Object.values(OPERATION_ACTIONS), ...Object.values(PERSONAL)].flat());
    // The group chat is the messenger's: it is connected there, and by nobody else.
    const missing = Object.keys(PERMISSIONS).filter((action) => !asked.has(action));
    expect(missing).toEqual(["connect-group"]);
  });

  it.each(OPERATIONS.filter(([, route]) => route.scope !== "open"))(
    "%s is granted and refused to each key and in each post as the table says",
    async (name, route) => {
      const statuses: number[] = [];
      for (const { who, door, expected } of callersOf(name, route as ApiRoute)) {
        const answer = await door.ask(name, callOf(name, house.a));
        statuses.push(answer.status);
        if (answer.ok) {
          expect("allowed", `${name}, ${who}`).toBe(expected);
          continue;
        }
        const { code } = problemSchema.parse(await answer.json());
        expect(DOOR_REFUSALS.includes(code) ? code : "allowed", `${name}, ${who}: ${code}`).toBe(expected);
        expect(wrote && expected !== "allowed", `${name}, ${who}: refused, and wrote`).toBe(false);
        expect(answer.status, `${name}, ${who}: ${code}`).toBeLessThan(500);
      }
      // It was not let in only to find nothing to do.
      if (!NEVER_DONE_HERE.includes(name)) expect(statuses).toContain(route.status);
    },
  );
});
