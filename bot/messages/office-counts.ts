import { placeName } from "../../api/organizations/place-name.ts";
import type { Message } from "../../api/outbox/message.ts";
import type { OfficeCounts } from "../../api/overviews/list-unit-counts.ts";
import { packButton } from "../dialogues/button.ts";
import { choice, detail, heading, line, message, withButtons } from "./lines.ts";

const UNITS_SHOWN = 20;
const NUMBERS_SHOWN = 30;
/** More would push the text off a phone's screen. */
const BUTTONS_SHOWN = 10;

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
        { ...line("office-unit", { name: unit.name }), picks: packButton(["unit-tasks", unit.unitId]) },
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
      [office.inForce === 0 ? line("tasks-no-catalogue") : withButtons(line("office-hint"))],
    ],
    units.map(({ unitId, name }, index) => {
      const one = choice(["unit-tasks", unitId], "choice-unit", { name });
      return [index < BUTTONS_SHOWN ? one : { ...one, shown: "without-buttons" as const }];
    }),
  );
};
