import { createKey } from "../../api/keys/create-key.ts";
import { KEY_SCOPES } from "../../api/members/member.ts";
import { ok, refuse } from "../../api/shared/result.ts";
import { asOperator } from "./as-operator.ts";
import type { Command } from "./command.ts";

const NAME = "dondoc key create";

export const keyCreate: Command = {
  name: "key create",
  usage: "--organization CODE --scope read|write|admin [--name NAME] [--days N]",
  options: {
    organization: { type: "string", needed: true },
    scope: { type: "string", needed: true },
    name: { type: "string" },
    days: { type: "string" },
  },
  positionals: 0,
  run: async (call) => {
    const scope = KEY_SCOPES.find((known) => known === call.needed("scope"));
    if (scope === undefined) return refuse("scope_unknown");
    const days = call.text("days");
    const made = await asOperator(call, (work) =>
      createKey(work, {
        scope,
        name: call.text("name") ?? NAME,
        days: days === undefined ? null : Number(days),
      }),
    );
    if (!made.ok) return made;
    const { id, key, name } = made.value;
    return ok({
      json: { key, id, name, scope },
      lines: [{ key: "cli-key-created", args: { key } }, { key: "cli-key-once" }],
    });
  },
};
