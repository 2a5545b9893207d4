import { ok } from "../../api/shared/result.ts";
import { addUnit } from "../../api/units/add-unit.ts";
import { asOperator } from "./as-operator.ts";
import type { Command } from "./command.ts";

export const unitAdd: Command = {
  name: "unit add",
  usage: "--organization CODE --name NAME [--kind KIND] [--alias NAME …]",
  options: {
    organization: { type: "string", needed: true },
    name: { type: "string", needed: true },
    kind: { type: "string" },
    alias: { type: "string", multiple: true },
  },
  positionals: 0,
  run: async (call) => {
    const name = call.needed("name");
    const added = await asOperator(call, (work) =>
      addUnit(work, { name, kind: call.text("kind"), aliases: call.texts("alias") }),
    );
    if (!added.ok) return added;
    return ok({
      json: { id: added.value.unitId, name },
      lines: [{ key: "cli-unit-added", args: { name } }],
    });
  },
};
