import { createOrganization } from "../../api/organizations/create-organization.ts";
import { ok } from "../../api/shared/result.ts";
import type { Command } from "./command.ts";

export const organizationCreate: Command = {
  name: "organization create",
  usage: "--code CODE --name NAME [--superior CODE]",
  options: {
    code: { type: "string", needed: true },
    name: { type: "string", needed: true },
    superior: { type: "string" },
  },
  positionals: 0,
  run: async (call) => {
    const superior = call.text("superior");
    const made = await createOrganization(await call.database(), call.now, {
      code: call.needed("code"),
      name: call.needed("name"),
      ...(superior === undefined ? {} : { superior }),
    });
    if (!made.ok) return made;
    const { id, code } = made.value;
    return ok({ json: { id, code }, lines: [{ key: "cli-organization-created", args: { code } }] });
  },
};
