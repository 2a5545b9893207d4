import { inviteMember } from "../../api/members/invite-member.ts";
import { isoAt } from "../../api/shared/local-date.ts";
import { ok } from "../../api/shared/result.ts";
import { findUnit } from "../../api/units/list-units.ts";
import { asOperator } from "./as-operator.ts";
import type { Command } from "./command.ts";
import { invitationWays, webInvitationLink } from "./invitation-link.ts";

export const inviteCommand: Command = {
  name: "invite",
  usage: "--organization CODE [--unit NAME] --role ROLE --name NAME",
  options: {
    organization: { type: "string", needed: true },
    unit: { type: "string" },
    role: { type: "string", needed: true },
    name: { type: "string", needed: true },
  },
  positionals: 0,
  run: async (call) => {
    const spelling = call.text("unit");
    const invited = await asOperator(call, async (work) => {
      const unit = spelling === undefined ? ok(null) : await findUnit(work.tx, spelling);
      if (!unit.ok) return unit;
      const made = await inviteMember(work, {
        unitId: unit.value?.id ?? null,
        role: call.needed("role"),
        name: call.needed("name"),
      });
      return made.ok ? ok({ ...made.value, zone: work.organization.timeZone }) : made;
    });
    if (!invited.ok) return invited;
    const { code, expiresAt, zone } = invited.value;
    const ways = await invitationWays(call.settings, code);
    const links = [
      ...ways.flatMap((way) => ("link" in way ? [way.link] : [])),
      webInvitationLink(call.settings, code),
    ];
    const expires = isoAt(expiresAt, zone);
    return ok({
      json: { code, link: links[0], ways, expires_at: expires },
      lines: [
        { key: "cli-invited-code", args: { code } },
        ...links.map((link) => ({ key: "cli-invited-link", args: { link } })),
        ...ways.flatMap((way) =>
          "handle" in way
            ? [
                {
                  key: "invitation-handle",
                  args: {
                    channel: { term: "channel-name", args: { channel: way.channel } },
                    handle: way.handle,
                    code,
                  },
                },
              ]
            : [],
        ),
        {
          key: "cli-invited-until",
          args: { date: { date: expires.slice(0, 10) }, time: expires.slice(11, 16) },
        },
      ],
    });
  },
};
