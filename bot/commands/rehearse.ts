import { describeRung } from "../../api/nudges/describe-rung.ts";
import { rehearseNudges } from "../../api/nudges/rehearse-nudges.ts";
import { findOrganization } from "../../api/organizations/find-organization.ts";
import { parseLocalDate } from "../../api/shared/local-date.ts";
import { ok } from "../../api/shared/result.ts";
import { translate } from "../../locales/translate.ts";
import { type Command, CommandProblem } from "./command.ts";

/** Plays a period and lists every nudge that would go out; sends and writes nothing. */
export const rehearseCommand: Command = {
  name: "rehearse",
  usage: "--organization CODE --from DATE --to DATE",
  options: {
    organization: { type: "string", needed: true },
    from: { type: "string", needed: true },
    to: { type: "string", needed: true },
  },
  positionals: 0,
  run: async (call) => {
    for (const option of ["from", "to"])
      if (parseLocalDate(call.needed(option)) === null)
        throw new CommandProblem("date_invalid", [
          { key: "cli-date-invalid", args: { option: `--${option}` } },
        ]);
    const database = await call.database();
    const found = await findOrganization(database, call.needed("organization"));
    if (!found.ok) return found;
    const rehearsed = await rehearseNudges(database, {
      organizationId: found.value.id,
      from: call.needed("from"),
      to: call.needed("to"),
      now: call.now,
    });
    if (!rehearsed.ok) return rehearsed;
    // Data for scripts: the document's own language, whatever the operator reads.
    const rows = rehearsed.value.map(({ subjectKind, subject, ...row }) => ({
      at: row.at,
      member: row.member,
      post: row.post,
      unit: row.unit,
      subject: subjectKind === "assignment" ? translate("vi", "nudge-subject-assignment") : subject,
      rung: row.rung,
      reason: row.reason,
    }));
    const digests = new Set(rehearsed.value.map(({ at, recipient }) => `${at} ${recipient}`)).size;
    return ok({
      json: rows,
      lines: [
        ...rows.map(({ at, member, post, unit, subject, rung }) => ({
          key: "cli-rehearsed",
          args: {
            time: at.slice(11, 16),
            date: { date: at.slice(0, 10) },
            who: member ?? { term: "cli-rehearsed-nobody", args: { role: { term: `role-${post}` } } },
            unit,
            subject,
            rung: describeRung(rung),
          },
        })),
        { key: "cli-rehearsed-total", args: { count: rows.length, digests } },
      ],
    });
  },
};
