import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inviteMember } from "../../../../api/members/invite-member.ts";
import type { Role } from "../../../../api/members/member.ts";
import { settableClock } from "../../../../api/shared/clock.ts";
import { findUnit } from "../../../../api/units/list-units.ts";
import type { Incoming } from "../../../../bot/channels/channel.ts";
import type { Demonstration } from "../../../../bot/channels/web-chat/doors.ts";
import { createWebChat } from "../../../../bot/channels/web-chat/web-chat-channel.ts";
import { openWebChatDoors } from "../../../../bot/channels/web-chat/web-doors.ts";
import { freshDatabase } from "../../../support/database.ts";
import { CULTURE, granted, MONDAY, sampleOffice } from "../../../support/office.ts";

/** The web chat over a real database: Hải An with its catalogue, nobody linked; what arrives is gathered. */
export const webHouse = async (
  options: {
    readonly publicUrl?: string;
    readonly acknowledgedWithinMs?: number;
    readonly demonstration?: Demonstration;
  } = {},
) => {
  const office = await sampleOffice(await freshDatabase(), "hai-an");
  const clock = settableClock(MONDAY);
  const received: Incoming[] = [];
  let tell: (chatKey: string) => void = () => undefined;
  const web = createWebChat(
    openWebChatDoors({
      inBoth: office.database.inBoth,
      clock,
      publicUrl: options.publicUrl,
      dataDir: mkdtempSync(join(tmpdir(), "dondoc-web-")),
      wake: (chatKey) => tell(chatKey),
      demonstration: options.demonstration ?? null,
    }),
    options.acknowledgedWithinMs === undefined ? {} : { acknowledgedWithinMs: options.acknowledgedWithinMs },
  );
  await web.channel.start(async (updates) => {
    received.push(...updates);
  });

  const invite = (role: Role = "head", name = "Trần Thị Bình"): Promise<string> =>
    office
      .at(clock.now())
      .as("operator")
      .work(async (work) => {
        const unitId =
          role === "leader" || role === "admin" ? null : granted(await findUnit(work.tx, CULTURE)).id;
        return granted(await inviteMember(work, { unitId, role, name })).code;
      });

  /** The chat of the page that opens next, once it has read what it missed. */
  const nextPage = (): Promise<string> =>
    new Promise((resolve) => {
      tell = resolve;
    });

  return { office, clock, web, received, nextPage, invite };
};
export type WebHouse = Awaited<ReturnType<typeof webHouse>>;

/** Whoever answers a browser: the routes of the web chat, or a whole product behind an address. */
type Site = {
  readonly web: {
    readonly routes: {
      readonly request: (path: string, init?: RequestInit) => Response | Promise<Response>;
    };
  };
};

/** A browser: keeps cookies, follows nothing. */
export const browser = (house: Site) => {
  const jar = new Map<string, string>();
  const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    const answer = await house.web.routes.request(path, { ...init, headers });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    request(path, {
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
      headers: { "content-type": "application/json", ...headers },
    });
  const login = (code: string, headers: Record<string, string> = {}): Promise<Response> =>
    request("/login", {
      method: "POST",
      body: new URLSearchParams({ code }),
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    });
  return { jar, request, post, login };
};

/** A browser that is logged in as the head of the consolidating unit. */
export const loggedIn = async (house: WebHouse) => {
  const page = browser(house);
  const answer = await page.login(await house.invite());
  if (answer.status !== 303) throw new Error(`login answered ${answer.status}`);
  return page;
};
