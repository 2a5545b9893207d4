import { and, asc, eq, gt, sql } from "drizzle-orm";
import { appointment, leaderCharge, member } from "../schema/members.ts";
import { unit } from "../schema/units.ts";
import type { TenantTx } from "../scope.ts";
import { composed } from "./rows.ts";

/** A post with its unit, as it stands in the row: dates are not judged here. */
export type PostRow = {
  readonly id: string;
  readonly memberId: string;
  readonly memberName: string | null;
  readonly memberLocale: "vi" | "en";
  readonly memberErased: boolean;
  readonly role: "head" | "deputy" | "focal" | "consolidator" | "leader" | "admin";
  readonly fromOn: string;
  readonly toOn: string | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly unitKind: string | null;
};

const posts = (tx: TenantTx) =>
  tx.db
    .select({
      id: appointment.id,
      memberId: appointment.memberId,
      memberName: member.name,
      memberLocale: member.locale,
      memberErased: sql<boolean>`${member.erasedAt} is not null`,
      role: appointment.role,
      fromOn: appointment.fromOn,
      toOn: appointment.toOn,
      unitId: unit.id,
      unitName: unit.name,
      unitKind: unit.kind,
    })
    .from(appointment)
    .innerJoin(
      member,
      and(eq(member.organizationId, appointment.organizationId), eq(member.id, appointment.memberId)),
    )
    .leftJoin(
      unit,
      and(eq(unit.organizationId, appointment.organizationId), eq(unit.id, appointment.unitId)),
    );

const holdsOn = (on: string) =>
  sql`${appointment.fromOn} <= ${on}::date and (${appointment.toOn} is null or ${appointment.toOn} >= ${on}::date)`;

export const selectPostsOfMember = (tx: TenantTx, memberId: string, on: string): Promise<PostRow[]> =>
  posts(tx)
    .where(
      and(eq(appointment.organizationId, tx.organizationId), eq(appointment.memberId, memberId), holdsOn(on)),
    )
    .orderBy(asc(appointment.id));

/** Every post that is held on that day. */
export const selectPosts = (tx: TenantTx, on: string): Promise<PostRow[]> =>
  posts(tx)
    .where(and(eq(appointment.organizationId, tx.organizationId), holdsOn(on)))
    .orderBy(asc(appointment.id));

export type PostFilter = {
  readonly on: string;
  readonly unitId: string | null;
  readonly role: PostRow["role"] | null;
  /** The post that the page before ended with. */
  readonly after: string | null;
  readonly limit: number;
};

/** One page of the posts that are held on that day. */
export const selectPostPage = (tx: TenantTx, filter: PostFilter): Promise<PostRow[]> =>
  posts(tx)
    .where(
      and(
        eq(appointment.organizationId, tx.organizationId),
        holdsOn(filter.on),
        filter.unitId === null ? undefined : eq(appointment.unitId, filter.unitId),
        filter.role === null ? undefined : eq(appointment.role, filter.role),
        filter.after === null ? undefined : gt(appointment.id, filter.after),
      ),
    )
    .orderBy(asc(appointment.id))
    .limit(filter.limit);

const postWithUnit = composed<PostRow>(
  sql`select a.id, a.member_id as "memberId", m.name as "memberName", m.locale as "memberLocale",
             m.erased_at is not null as "memberErased", a.role, a.from_on::text as "fromOn", a.to_on::text as "toOn",
             u.id as "unitId", u.name as "unitName", u.kind as "unitKind"
        from appointment a
        join member m on m.organization_id = a.organization_id and m.id = a.member_id
        left join unit u on u.organization_id = a.organization_id and u.id = a.unit_id
       where a.organization_id = ${sql.placeholder("organizationId")}::uuid and a.id = ${sql.placeholder("appointmentId")}::uuid`,
);

/** One post: what every note by the API begins with. */
export const selectPost = async (tx: TenantTx, appointmentId: string): Promise<PostRow | null> =>
  (await postWithUnit(tx, { organizationId: tx.organizationId, appointmentId }))[0] ?? null;

export const insertAppointment = async (
  tx: TenantTx,
  row: Omit<typeof appointment.$inferInsert, "organizationId">,
): Promise<void> => {
  await tx.db.insert(appointment).values({ ...row, organizationId: tx.organizationId });
};

export const endAppointment = async (tx: TenantTx, appointmentId: string, lastOn: string): Promise<void> => {
  await tx.db
    .update(appointment)
    .set({ toOn: lastOn })
    .where(and(eq(appointment.organizationId, tx.organizationId), eq(appointment.id, appointmentId)));
};

/** The units a leader was in charge of go to the successor with the post. */
export const moveLeaderCharges = async (tx: TenantTx, from: string, to: string): Promise<void> => {
  await tx.db
    .update(leaderCharge)
    .set({ appointmentId: to })
    .where(and(eq(leaderCharge.organizationId, tx.organizationId), eq(leaderCharge.appointmentId, from)));
};

/** The posts of one member pass to another row of the same person. */
export const moveAppointments = async (tx: TenantTx, from: string, to: string): Promise<void> => {
  await tx.db
    .update(appointment)
    .set({ memberId: to })
    .where(and(eq(appointment.organizationId, tx.organizationId), eq(appointment.memberId, from)));
};
