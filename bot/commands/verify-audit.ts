import { verifyAuditChain } from "../../api/audit/verify-audit-chain.ts";
import { ok } from "../../api/shared/result.ts";
import { type Command, CommandProblem } from "./command.ts";

export const verifyAudit: Command = {
  name: "verify-audit",
  usage: "",
  options: {},
  positionals: 0,
  run: async (call) => {
    const verdict = await verifyAuditChain(await call.database());
    if (!verdict.intact)
      throw new CommandProblem("audit_broken", [
        {
          key: "cli-audit-broken",
          args: { organization: verdict.organizationId, position: String(verdict.position) },
        },
      ]);
    const { organizations, entries, waiting } = verdict;
    return ok({
      json: { intact: true, organizations, entries, waiting },
      lines: [{ key: "cli-audit-intact", args: { organizations, entries, waiting } }],
    });
  },
};
