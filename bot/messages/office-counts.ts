import { placeName } from "../../api/organizations/place-name.ts";
import type { Message } from "../../api/outbox/message.ts";
import type { OfficeCounts } from "../../api/overviews/list-unit-counts.ts";
import { choice, detail, heading, line, message } from "./lines.ts";

const UNITS_SHOWN = 20;
const NUMBERS_SHOWN = 30;

/** The state of every unit in one look, for consolidator, leader and administrator. */
export const officeCounts = (office: OfficeCounts): Message => {
  const units = office.units.slice(0, UNITS_SHOWN);
  return message(
    [
      [
        heading("office-header", { place: placeName(office.organization) }),
        line("office-summary", {
          today: { date: office.today },
          tasks: office.inForce,
          units: office.units.length,
        }),
      ],
      units.flatMap((unit) => [
        line("office-unit", { name: unit.name }),
        detail("office-unit-detail", {
          lead: unit.lead,
          done: unit.done,
          overdue: unit.overdue,
          soon: unit.dueSoon,
        }),
      ]),
      [
        ...(office.withoutLead.length > 0
          ? [line("office-without-lead", { numbers: office.withoutLead.slice(0, NUMBERS_SHOWN).join(", ") })]
          : []),
        ...(office.undeterminedGroups.length > 0
          ? [line("office-undetermined", { groups: office.undeterminedGroups.slice(0, 8).join("; ") })]
          : []),
      ],
      [line(office.inForce === 0 ? "tasks-no-catalogue" : "office-hint")],
    ],
    units
      .slice(0, 10)
      .map((unit) => [choice(["unit-tasks", unit.unitId], "choice-unit", { name: unit.name })]),
  );
};
