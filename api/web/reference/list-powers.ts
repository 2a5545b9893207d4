import type { Translate } from "../../../locales/translate.ts";
import { KEY_SCOPES, ROLES } from "../../members/member.ts";
import { type Action, may, PERMISSIONS } from "../../members/permissions.ts";

const ACTIONS = Object.keys(PERMISSIONS) as Action[];

const written = (who: string, allows: (action: Action) => boolean): string =>
  `${who}: ${ACTIONS.filter(allows)
    .map((action) => action.replaceAll("-", " "))
    .join(" · ")}`;

/** What each role may do, and a key in nobody's post, by the table that decides it. */
export const listPowers = (t: Translate): readonly { readonly code: string; readonly meaning: string }[] => [
  ...ROLES.map((role) => ({
    code: role,
    meaning: written(t(`role-${role}`), (action) => PERMISSIONS[action].some((one) => one === role)),
  })),
  ...KEY_SCOPES.map((scope) => ({
    code: `${scope}-key`,
    meaning: written(t("reference-roles-key"), (action) => may({ kind: "key", keyId: "", scope }, action)),
  })),
];
