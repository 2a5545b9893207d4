import { randomBytes } from "node:crypto";
import { selectNotedDays } from "../../db/queries/round-queries.ts";
import { selectTasksByNumber } from "../../db/queries/task-queries.ts";
import { type Database, tenantScope } from "../../db/scope.ts";
import { translate } from "../../locales/translate.ts";
import { loadSamples } from "../catalogues/load-samples.ts";
import { inviteMember } from "../members/invite-member.ts";
import { linkChat } from "../members/link-chat.ts";
import { loadMemberActor } from "../members/load-member-actor.ts";
import type { Role } from "../members/member.ts";
import { openWork } from "../organizations/open-work.ts";
import { submitProgressUpdate } from "../progress/submit-progress-update.ts";
import { localDateAt } from "../shared/local-date.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import { findUnit, listUnits } from "../units/list-units.ts";
import { DEMONSTRATION_OFFICE, findPersonas, webLinkOf } from "./find-personas.ts";
import { SAMPLE_NOTES, type SampleNote } from "./sample-notes.ts";

/** The day the office's decision was signed: its people have been there since. */
const LINKED_AT = new Date("2026-02-12T08:00:00+07:00");
/** Monday, a week before the office's first report. */
export const DEMONSTRATION_START = new Date("2026-09-07T07:00:00+07:00");

/** Units that are answerable; outside bodies are only invited. */
const ANSWERABLE = new Set(["department", "service_unit"]);

type Post = { readonly role: Role; readonly unitId: string | null };

/**
 * Makes the demonstration's office: the samples, a person for each post, and what they had reported by the first
 * morning, all through the real use cases at earlier instants. Done again after it was broken off, it goes on
 * where it stopped.
 */
export const seedDemonstration = async (database: Database): Promise<Result<null>> => {
  const own = await loadSamples(database, LINKED_AT, [DEMONSTRATION_OFFICE]);
  if (!own.ok) return own;
  const organizationId = own.value[0]?.organizationId;
  if (organizationId === undefined) return refuse("organization_not_found");
  const posts = await database.inTenant(
    tenantScope(organizationId),
    async (tx): Promise<Post[]> => [
      ...(await listUnits(tx)).units
        .filter(({ kind }) => ANSWERABLE.has(kind))
        .map(({ id }) => ({ role: "head" as const, unitId: id })),
      { role: "consolidator", unitId: null },
      { role: "leader", unitId: null },
      { role: "admin", unitId: null },
    ],
  );
  for (const post of posts) {
    const linked = await linkPersona(database, organizationId, post);
    if (!linked.ok) return linked;
  }
  for (const note of SAMPLE_NOTES) {
    const written = await writeSampleNote(database, organizationId, note);
    if (!written.ok) return written;
  }
  const others = await loadSamples(database, DEMONSTRATION_START);
  return others.ok ? ok(null) : others;
};

/** Nobody's name: the post, and that it is a demonstration. */
const nameOf = (role: Role): string =>
  translate("vi", "web-persona-member", { role: { term: `role-${role}` } });

const linkPersona = async (
  database: Database,
  organizationId: string,
  post: Post,
): Promise<Result<unknown>> => {
  const invited = await database.inTenant(tenantScope(organizationId), async (tx) => {
    const work = await openWork(tx, { kind: "operator" }, LINKED_AT);
    const member = await inviteMember(work, { ...post, name: nameOf(post.role) });
    if (!member.ok) return member;
    return ok({ ...member.value, chatLinkId: await webLinkOf(tx, member.value.memberId) });
  });
  if (!invited.ok || invited.value.chatLinkId !== null) return invited;
  return database.inBoth((both) =>
    linkChat(both, LINKED_AT, {
      channel: "web",
      account: "web",
      chatKey: randomBytes(16).toString("base64url"),
      code: invited.value.code,
      languageCode: "vi",
    }),
  );
};

const writeSampleNote = async (
  database: Database,
  organizationId: string,
  note: SampleNote,
): Promise<Result<unknown>> => {
  const at = new Date(note.at);
  const office = await findPersonas(database, at);
  return database.inTenant(tenantScope(organizationId), async (tx) => {
    const unit = await findUnit(tx, note.unit);
    if (!unit.ok) return unit;
    const head = office?.personas.find(
      ({ role, unitName }) => role === "head" && unitName === unit.value.name,
    );
    const chatLinkId = head === undefined ? null : await webLinkOf(tx, head.memberId);
    const actor = chatLinkId === null ? null : await loadMemberActor(tx, chatLinkId, at);
    if (actor === null || office === null) return refuse("member_not_found");
    const on = localDateAt(at, office.timeZone);
    const [task] = await selectTasksByNumber(tx, note.number, on);
    if (task === undefined) return refuse("task_not_found", { number: note.number });
    const noted = await selectNotedDays(tx, unit.value.id, on);
    if (noted.some((day) => day.task_id === task.id)) return ok(null);
    const work = await openWork(tx, actor, at);
    return submitProgressUpdate(work, {
      taskId: task.id,
      text: translate("vi", note.key),
      messageKey: null,
    });
  });
};
