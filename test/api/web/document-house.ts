import { createHash } from "node:crypto";
import type { Hono } from "hono";
import { createApp } from "../../../api/app.ts";
import { loadKnownNames } from "../../../api/imports/load-known-names.ts";
import { type ReadDocument, readDocument } from "../../../api/imports/read-document.ts";
import { storeImport } from "../../../api/imports/store-import.ts";
import { inviteMember } from "../../../api/members/invite-member.ts";
import type { Role } from "../../../api/members/member.ts";
import { openWebChat } from "../../../api/members/open-web-chat.ts";
import { settableClock } from "../../../api/shared/clock.ts";
import type { Work } from "../../../api/shared/work.ts";
import { findUnit } from "../../../api/units/list-units.ts";
import { freshDatabase } from "../../support/database.ts";
import { CULTURE, granted, haiAn, MONDAY, type Office, sampleOffice } from "../../support/office.ts";

const readBefore = new Map<string, ReadDocument>();

/** The whole application over a real database: Hải An with its people, and a second office with nobody. */
export const documentHouse = async () => houseOver(await haiAn(await freshDatabase()));

/** The application over an office that is there. */
export const houseOver = (office: Office) => {
  const { database } = office;
  const clock = settableClock(MONDAY);
  const logged: string[] = [];
  const log = (fields: object, event: string): void => {
    logged.push(`${event} ${JSON.stringify(fields)}`);
  };
  const app = createApp({
    mounts: [],
    web: { inBoth: database.inBoth, clock, publicUrl: undefined, loopbackOnly: false },
    api: { inBoth: database.inBoth, clock, perMinute: 1_200, dataDir: "" },
    findPicture: async () => null,
    serves: async () => true,
    log: { info: log, error: log },
    describeError: (error) => ({ error: error instanceof Error ? error.message : "?" }),
  });

  /** Of a session that somebody in this role has just opened. */
  const token = async (role: Role, where: Office = office): Promise<string> => {
    const { code } = await where
      .at(clock.now())
      .as("operator")
      .work(async (work) => {
        const ofOffice = role === "leader" || role === "admin";
        const unitId = ofOffice ? null : granted(await findUnit(work.tx, CULTURE)).id;
        return granted(await inviteMember(work, { unitId, role, name: `Cán bộ ${role}` }));
      });
    const opened = granted(
      await database.inBoth((both) =>
        openWebChat(both, clock.now(), { code, browserKey: `browser-${code}`, languageCode: "vi" }),
      ),
    );
    return opened.token;
  };
  /** A file that was read, waiting for its review: as by the upload, but read once for all tests. */
  const draft = async (bytes: Uint8Array, fileName = "kế hoạch.docx"): Promise<string> => {
    const inWork = <T>(steps: (work: Work) => Promise<T>) =>
      office.at(clock.now()).as("operator").work(steps);
    const fileHash = createHash("sha256").update(bytes).digest("hex");
    const key = `${fileHash} ${JSON.stringify(await inWork(loadKnownNames))}`;
    const read =
      readBefore.get(key) ??
      granted(await readDocument({ bytes, fileName, known: await inWork(loadKnownNames) }));
    readBefore.set(key, read);
    const { importId } = granted(await inWork((work) => storeImport(work, { fileName, fileHash, ...read })));
    return `/documents/${importId}`;
  };
  return {
    app,
    office,
    clock,
    logged,
    token,
    login: async (role: Role, where?: Office): Promise<Reader> => reader(app, await token(role, where)),
    draft,
    stranger: reader(app, null),
    otherOffice: () => sampleOffice(database, "le-chan"),
  };
};
export type DocumentHouse = ReturnType<typeof houseOver>;

/** A form of the page as a browser without a script sends it. */
export type Form = { readonly action: string; readonly fields: readonly (readonly [string, string])[] };

const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ");

const attribute = (tag: string, name: string): string =>
  (new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** The forms of a page, with what stands in their fields; buttons are pressed by the test. */
export const formsIn = (html: string): readonly Form[] =>
  [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = "", body = ""]) => ({
    action: attribute(head, "action"),
    fields: [...body.matchAll(/<input\b[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => !/type="(radio|file)"/.test(tag))
      .map((tag) => [attribute(tag, "name"), attribute(tag, "value")] as const),
  }));

/** The form that decides `key`, of `act`. */
export const formFor = (html: string, key: string): Form => {
  const found = formsIn(html).find(({ fields }) =>
    fields.some(([name, value]) => name === "key" && value === key),
  );
  if (found === undefined) throw new Error(`no form for ${key}`);
  return found;
};

export const visible = textOf;

/** A browser with a session, and without a script. */
const reader = (app: Hono, token: string | null) => {
  const headers: Record<string, string> = token === null ? {} : { cookie: `dondoc_session=${token}` };
  const request = async (path: string, init: RequestInit = {}) =>
    app.request(path, { ...init, headers: { ...headers, ...Object.fromEntries(new Headers(init.headers)) } });
  const get = async (path: string): Promise<string> => (await request(path)).text();
  const upload = async (bytes: Uint8Array, name: string): Promise<Response> => {
    const body = new FormData();
    body.set("file", new File([Buffer.from(bytes)], name));
    return request("/documents", { method: "POST", body });
  };
  const post = (
    path: string,
    fields: Readonly<Record<string, string>> | readonly (readonly [string, string])[],
    more: Record<string, string> = {},
  ) => {
    const body = new URLSearchParams();
    for (const [name, value] of Array.isArray(fields) ? fields : Object.entries(fields))
      body.append(name, value);
    return request(path, { method: "POST", body, headers: more });
  };
  return {
    request,
    get,
    post,
    upload,
    /** As a button with this name and value sends its form; `answer` replaces what stood in the control. */
    press: (form: Form, act: string, answer?: string, more: Record<string, string> = {}) =>
      post(
        form.action,
        [
          ...form.fields.filter(([name]) => answer === undefined || name !== "answer"),
          ...(answer === undefined ? [] : [["answer", answer] as const]),
          ["act", act],
        ],
        more,
      ),
  };
};
export type Reader = ReturnType<typeof reader>;
