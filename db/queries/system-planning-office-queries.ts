import { and, asc, gte, inArray, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { calendarDay } from "../schema/calendar.ts";
import { appointment, chatLink, leaderCharge, member } from "../schema/members.ts";
import { organization } from "../schema/organizations.ts";
import { unit, unitGroup, unitGroupMember } from "../schema/units.ts";
import type { SystemTx } from "../scope.ts";

/** Which offices, which catalogues (in force on one of the days), and about when posts are held. */
export type PlanningSelection = {
  readonly organizationIds: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly posts: { readonly from: string; readonly to: string };
};

/** What was asked for and who stands in it: one query a kind of row, however many offices are planned. */
export const planningOffices = async (tx: SystemTx, { organizationIds }: PlanningSelection) => {
  const ids = [...organizationIds];
  return {
    organizations: await tx.db
      .select({
        organizationId: organization.id,
        timeZone: organization.timeZone,
        policy: organization.policy,
        liveOn: organization.liveOn,
      })
      .from(organization)
      .where(inArray(organization.id, ids)),
    units: await tx.db
      .select({ organizationId: unit.organizationId, id: unit.id, name: unit.name, kind: unit.kind })
      .from(unit)
      .where(inArray(unit.organizationId, ids))
      .orderBy(asc(unit.position)),
    groups: await tx.db
      .select({
        organizationId: unitGroup.organizationId,
        id: unitGroup.id,
        name: unitGroup.name,
        confirmedAt: unitGroup.confirmedAt,
      })
      .from(unitGroup)
      .where(inArray(unitGroup.organizationId, ids)),
    memberships: await tx.db
      .select({
        organizationId: unitGroupMember.organizationId,
        groupId: unitGroupMember.groupId,
        unitId: unitGroupMember.unitId,
        fromOn: unitGroupMember.fromOn,
        toOn: unitGroupMember.toOn,
      })
      .from(unitGroupMember)
      .where(inArray(unitGroupMember.organizationId, ids)),
  };
};

export const planningPeople = async (tx: SystemTx, { organizationIds, posts }: PlanningSelection) => {
  const ids = [...organizationIds];
  return {
    members: await tx.db
      .select({
        organizationId: member.organizationId,
        id: member.id,
        locale: member.locale,
        digestAt: member.digestAt,
      })
      .from(member)
      .where(and(inArray(member.organizationId, ids), isNull(member.erasedAt))),
    links: await tx.db
      .select({
        organizationId: chatLink.organizationId,
        memberId: chatLink.memberId,
        linkedAt: sql`min(${chatLink.linkedAt})`.mapWith(chatLink.linkedAt),
      })
      .from(chatLink)
      .where(
        and(
          inArray(chatLink.organizationId, ids),
          isNull(chatLink.revokedAt),
          isNull(chatLink.unreachableSince),
          isNotNull(chatLink.chatKey),
        ),
      )
      .groupBy(chatLink.organizationId, chatLink.memberId),
    posts: await tx.db
      .select({
        organizationId: appointment.organizationId,
        id: appointment.id,
        memberId: appointment.memberId,
        unitId: appointment.unitId,
        role: appointment.role,
        fromOn: appointment.fromOn,
        toOn: appointment.toOn,
      })
      .from(appointment)
      .where(
        and(
          inArray(appointment.organizationId, ids),
          lte(appointment.fromOn, posts.to),
          or(isNull(appointment.toOn), gte(appointment.toOn, posts.from)),
        ),
      )
      .orderBy(asc(appointment.fromOn), asc(appointment.id)),
    charges: await tx.db
      .select({
        organizationId: leaderCharge.organizationId,
        appointmentId: leaderCharge.appointmentId,
        unitId: leaderCharge.unitId,
      })
      .from(leaderCharge)
      .where(inArray(leaderCharge.organizationId, ids)),
  };
};

/** Days on which these offices differ from the national calendar. */
export const planningCalendarDays = async (tx: SystemTx, organizationIds: readonly string[]) =>
  tx.db
    .select({
      organizationId: calendarDay.organizationId,
      date: calendarDay.date,
      kind: calendarDay.kind,
      name: calendarDay.name,
      source: calendarDay.source,
    })
    .from(calendarDay)
    .where(inArray(calendarDay.organizationId, [...organizationIds]));
