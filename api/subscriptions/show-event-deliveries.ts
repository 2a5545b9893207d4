import type { EventDeliveryRow } from "../../db/queries/event-delivery-queries.ts";
import { selectActionsAt } from "../../db/queries/subscription-queries.ts";
import type { Work } from "../shared/work.ts";
import { type ShownEventDelivery, shownEventDelivery } from "./event-delivery.ts";

/** Deliveries with the type of event that each brings. */
export const showEventDeliveries = async (
  work: Work,
  rows: readonly EventDeliveryRow[],
): Promise<readonly ShownEventDelivery[]> => {
  const links = await selectActionsAt(
    work.tx,
    rows.map(({ chainPosition }) => chainPosition),
  );
  const actions = new Map(links.map(({ position, action }) => [position, action]));
  return rows.map((row) => shownEventDelivery(work.organization.id, row, actions.get(row.chainPosition)));
};
