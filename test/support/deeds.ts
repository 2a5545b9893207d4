import { expect } from "vitest";
import { findChatMember } from "../../api/members/find-chat-member.ts";
import { openWork } from "../../api/organizations/open-work.ts";
import { tenantScope } from "../../db/scope.ts";
import { requestOf } from "./api.ts";
import { answerTo, useCaseNamed } from "./asking-talker.ts";
import { type Caller, type Chat, type FaultOffices, REFUSED_AGAIN } from "./fault-offices.ts";
import type { Twin } from "./office-twins.ts";
import { OPERATIONS } from "./operation-schemas.ts";
import { textOf } from "./product.ts";
import type { TelegramPerson } from "./telegram-person.ts";
import type { TelegramServer } from "./telegram-server.ts";
import { undoneDatabase } from "./undone-database.ts";

const PATIENCE_MS = 30_000;

/** A life of the product: where it listens, and its end. */
export type Life = { readonly address: string; readonly ended: Promise<unknown> };
/** "again": it had happened before, and the answer says so. Null: nothing was heard of it. */
export type Answer = "done" | "again" | null;

/** One use case, to be asked for in any copy of the office, as often as it takes. */
export type Deed = {
  readonly kind: "operation" | "use case";
  readonly name: string;
  readonly ask: (twin: Twin, life: Life) => Promise<Answer>;
};

/** Under which an operation is asked for in each copy. */
export const keyOf = (name: string): string => `killed-${name}`;

/** Whoever is granted the operation. */
const callerOf = async (house: FaultOffices, name: string, status: number): Promise<Caller> => {
  const refusals: string[] = [];
  for (const caller of house.callers) {
    const door = house.undone.with(caller.token);
    const answer = await (caller.post === null ? door : door.in(caller.post)).ask(
      name,
      house.callAtHome(name),
    );
    if (answer.status === status) return caller;
    refusals.push(await answer.text());
  }
  throw new Error(`nobody may ${name}: ${refusals.join("\n")}`);
};

/** Through the API, each copy's request under one key. */
export const operationDeed = async (house: FaultOffices, name: string): Promise<Deed> => {
  const route = OPERATIONS.find(([known]) => known === name)?.[1];
  if (route === undefined) throw new Error(`the API has no operation ${name}`);
  const { token, post } = await callerOf(house, name, route.status);
  return {
    kind: "operation",
    name,
    ask: async (twin, { address }) => {
      const headers = { "idempotency-key": keyOf(name) };
      const { path, init } = requestOf(
        name,
        { ...twin.call(house.callAtHome(name)), headers },
        token === null ? null : twin.secret(token),
        post === null ? null : twin.id(post.appointmentId),
      );
      const answer = await fetch(`${address}${path}`, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) })
        .then(async (given) => ({ given, text: await given.text() }))
        .catch(() => null);
      if (answer === null) return null;
      const { given, text } = answer;
      if (given.status === REFUSED_AGAIN[name]) return "again";
      if (given.status !== route.status) throw new Error(`${name}: ${given.status} ${text}`);
      if (route.answer !== null && route.answer !== "file") {
        const body: unknown = JSON.parse(text);
        expect(route.answer.parse(body), name).toEqual(body);
      }
      return given.headers.get("idempotency-replayed") === "true" ? "again" : "done";
    },
  };
};

/** Whoever is granted the use case. */
const chatOf = async (house: FaultOffices, name: string): Promise<Chat> => {
  const now = house.door.clock.now();
  const refusals: string[] = [];
  for (const chat of house.chats) {
    const result = await undoneDatabase(house.database).inBoth(async (both) => {
      const found = await findChatMember(both, { channel: "telegram", ...chat }, now);
      if (found === null) throw new Error(`the chat ${chat.chatKey} is not linked`);
      return both.asTenant(tenantScope(found.organizationId), async (tx) =>
        useCaseNamed(name)(await openWork(tx, found.actor, now), house.inputAtHome(name)),
      );
    });
    if (result.ok) return chat;
    refusals.push(result.refusal.code);
  }
  throw new Error(`nobody may ${name}: ${refusals.join()}`);
};

/** By words that a person of each copy writes once; afterwards the messenger brings them until they are taken. */
export const useCaseDeed = async (
  house: FaultOffices,
  server: TelegramServer,
  personOf: (twin: Twin, chatLinkId: string) => TelegramPerson,
  name: string,
): Promise<Deed> => {
  const { chatLinkId } = await chatOf(house, name);
  const said = new Set<Twin>();
  const wanted = answerTo({ ask: name }, { ok: true, value: null });
  return {
    kind: "use case",
    name,
    ask: async (twin, { ended }) => {
      const person = personOf(twin, chatLinkId);
      const input = twin.value(house.inputAtHome(name));
      if (!said.has(twin)) await person.say(JSON.stringify({ ask: name, input }));
      said.add(twin);
      const answered = (): "done" | undefined => {
        const texts = person.messages().map(textOf);
        const other = texts.find((text) => text.startsWith(`${name}: `) && text !== wanted);
        if (other !== undefined) throw new Error(other);
        return texts.includes(wanted) ? "done" : undefined;
      };
      return Promise.race([server.world.changes.wait(answered, PATIENCE_MS), ended.then(() => null)]);
    },
  };
};
