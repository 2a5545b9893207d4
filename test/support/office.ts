import { loadSamples } from "../../api/catalogues/load-samples.ts";
import { findChatMember } from "../../api/members/find-chat-member.ts";
import { inviteMember } from "../../api/members/invite-member.ts";
import { linkChat } from "../../api/members/link-chat.ts";
import type { MemberActor, Role } from "../../api/members/member.ts";
import { openWork } from "../../api/organizations/open-work.ts";
import type { Result } from "../../api/shared/result.ts";
import type { UseCase, Work } from "../../api/shared/work.ts";
import { findUnit } from "../../api/units/list-units.ts";
import { type Database, type TenantTx, tenantScope } from "../../db/scope.ts";
import { onceFor } from "./kept-rows.ts";

/**
 * An office with its catalogue and its people, for stories:
 *
 *   const office = await haiAn(await freshDatabase());
 *   const head = office.as("head");                       // of Phòng Văn hóa - Xã hội
 *   const other = office.as("head", "Văn phòng HĐND&UBND") // throws unless linked, by `haiAn` or `office.link`
 *   const result = await office.at("2026-09-07T07:00:00+07:00").as(head).run(listTasks, {});
 *   const value = await office.at(…).as(head).do(useCase, input);   // throws on a refusal
 *
 * Everybody is linked by the real way: invited by the operator, code typed in a chat of channel "telegram",
 * account "test", chat key `chatKeyOf(role, unit)`.
 */

export const CULTURE = "Phòng Văn hóa - Xã hội";
export const ACCOUNT = "test";

/** The instant at which everybody was linked: the demonstration's Monday, a week before the first report. */
export const MONDAY = new Date("2026-09-07T07:00:00+07:00");

export type Person = {
  readonly role: Role;
  readonly unit: string | null;
  readonly name: string;
  readonly chatKey: string;
  readonly memberId: string;
  readonly appointmentId: string;
  readonly chatLinkId: string;
};

export type Speaker = Person | "operator";

/** The value of a result; a refusal fails the test with its code. */
export const granted = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code} ${JSON.stringify(result.refusal.args)}`);
  return result.value;
};

/** The code of a refusal; null when there was none. */
export const refusalOf = (result: Result<unknown>): string | null => (result.ok ? null : result.refusal.code);

export const chatKeyOf = (role: Role, unit: string | null): string => `${role}:${unit ?? ""}`;

export type Office = {
  readonly database: Database;
  readonly organizationId: string;
  readonly code: string;
  /** A person linked before. Without a unit: of Phòng Văn hóa - Xã hội for the posts of a unit. */
  readonly as: (role: Role, unit?: string) => Person;
  /** Invites and links one more person. */
  readonly link: (role: Role, unit: string | null, name?: string, now?: Date) => Promise<Person>;
  readonly at: (instant: string | Date) => OfficeAt;
  /** Any reading of this office's rows. */
  readonly read: <T>(work: (tx: TenantTx) => Promise<T>) => Promise<T>;
};

export type OfficeAt = {
  readonly now: Date;
  readonly as: (speaker: Speaker) => {
    readonly run: <I, O>(useCase: UseCase<I, O>, input: I) => Promise<Result<O>>;
    readonly do: <I, O>(useCase: UseCase<I, O>, input: I) => Promise<O>;
    /** Several steps in one transaction. */
    readonly work: <T>(steps: (work: Work) => Promise<T>) => Promise<T>;
  };
};

/** A refusal is committed like any result, as the doors do. */
export const officeOf = (
  database: Database,
  organizationId: string,
  code: string,
  linked: readonly Person[] = [],
): Office => {
  const people = new Map(linked.map((person) => [person.chatKey, person]));
  const scope = tenantScope(organizationId);

  const actorOf = async (speaker: Speaker, now: Date): Promise<MemberActor | { kind: "operator" }> => {
    if (speaker === "operator") return { kind: "operator" };
    const chat = { channel: "telegram", account: ACCOUNT, chatKey: speaker.chatKey } as const;
    const found = await database.inBoth((both) => findChatMember(both, chat, now));
    if (found === null) throw new Error(`the chat ${speaker.chatKey} is not linked`);
    return found.actor;
  };

  const at = (instant: string | Date): OfficeAt => {
    const now = new Date(instant);
    return {
      now,
      as: (speaker) => {
        const work = async <T>(steps: (work: Work) => Promise<T>): Promise<T> => {
          const actor = await actorOf(speaker, now);
          return database.inTenant(scope, async (tx) => steps(await openWork(tx, actor, now)));
        };
        return {
          work,
          run: (useCase, input) => work((opened) => useCase(opened, input)),
          do: async (useCase, input) => granted(await work((opened) => useCase(opened, input))),
        };
      },
    };
  };

  const link: Office["link"] = async (
    role,
    unit,
    name = `Cán bộ ${role} ${unit ?? ""}`.trim(),
    now = MONDAY,
  ) => {
    const invited = await at(now)
      .as("operator")
      .work(async (work) => {
        const unitId = unit === null ? null : granted(await findUnit(work.tx, unit)).id;
        return granted(await inviteMember(work, { unitId, role, name }));
      });
    const chatKey = chatKeyOf(role, unit);
    const linked = granted(
      await database.inBoth((both) =>
        linkChat(both, now, {
          channel: "telegram",
          account: ACCOUNT,
          chatKey,
          code: invited.code,
          languageCode: "vi",
        }),
      ),
    );
    const person: Person = {
      role,
      unit,
      name,
      chatKey,
      memberId: linked.memberId,
      appointmentId: invited.appointmentId,
      chatLinkId: linked.chatLinkId,
    };
    people.set(chatKey, person);
    return person;
  };

  return {
    database,
    organizationId,
    code,
    link,
    at,
    read: (work) => database.inTenant(scope, work),
    as: (role, unit) => {
      const place = role === "leader" || role === "admin" ? null : (unit ?? CULTURE);
      const person = people.get(chatKeyOf(role, place));
      if (person === undefined) throw new Error(`nobody is linked as ${role} of ${place ?? "the office"}`);
      return person;
    },
  };
};

/** A sample office with its catalogue and nobody linked. */
export const sampleOffice = async (database: Database, code: string, now = MONDAY): Promise<Office> => {
  const organizationId = await onceFor(database, `${code} ${now.toISOString()}`, async () => {
    const [sample] = granted(await loadSamples(database, now, [code]));
    if (sample === undefined) throw new Error(`no sample ${code}`);
    return sample.organizationId;
  });
  return officeOf(database, organizationId, code);
};

/**
 * Phường Hải An with decision 673/QĐ-UBND. Linked: head, deputy and consolidator of Phòng Văn hóa - Xã hội,
 * the head of the service centre, a leader, an administrator.
 */
export const haiAn = async (database: Database, now = MONDAY): Promise<Office> => {
  const { organizationId, people } = await onceFor(database, `people ${now.toISOString()}`, async () => {
    const office = await sampleOffice(database, "hai-an", now);
    return {
      organizationId: office.organizationId,
      people: [
        await office.link("head", CULTURE, "Trần Thị Bình", now),
        await office.link("deputy", CULTURE, "Lê Văn Cường", now),
        await office.link("consolidator", CULTURE, "Phạm Thị Dung", now),
        await office.link("head", SERVICE_CENTRE, "Hoàng Văn Em", now),
        await office.link("leader", null, "Vũ Thị Giang", now),
        await office.link("admin", null, "Đỗ Văn Hải", now),
      ],
    };
  });
  return officeOf(database, organizationId, "hai-an", people);
};

export const SERVICE_CENTRE = "Trung tâm dịch vụ sự nghiệp công";
