import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { serve } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { API_ROUTES } from "../../../api/api-routes.ts";
import { AUDIT_ACTIONS } from "../../../api/audit/audit-action.ts";
import { createOrganization } from "../../../api/organizations/create-organization.ts";
import { FAULT_CODES } from "../../../api/shared/fault.ts";
import { REFUSALS } from "../../../api/shared/refusals.ts";
import { parseDescription } from "../../../api/web/reference/description.ts";
import { exampleOf } from "../../../api/web/reference/example-of.ts";
import { FIRST_STEPS, writeCurl } from "../../../api/web/reference/first-steps.ts";
import { type ApiHouse, apiHouse } from "../../support/api.ts";
import { freshDatabase } from "../../support/database.ts";
import { CULTURE, officeOf } from "../../support/office.ts";

const run = promisify(execFile);

let api: ApiHouse;
let here: string;
let close: () => void;
beforeAll(async () => {
  const database = await freshDatabase();
  const made = await createOrganization(database, new Date("2026-08-31T08:00:00+07:00"), {
    code: "hai-an",
    name: "Ủy ban nhân dân phường Hải An",
  });
  if (!made.ok) throw new Error(made.refusal.code);
  api = await apiHouse(officeOf(database, made.value.id, "hai-an"));
  here = await new Promise((resolve) => {
    const server = serve({ fetch: api.app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
      resolve(`http://127.0.0.1:${port}`),
    );
    close = () => server.close();
  });
});
afterAll(() => close());

const page = async (lang: string): Promise<string> => (await api.app.request(`/docs?lang=${lang}`)).text();
const unescaped = (html: string): string =>
  html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

describe("/docs", () => {
  it("has every operation with its path, and every refusal with its status and sentence, in both languages", async () => {
    for (const lang of ["vi", "en"]) {
      const html = await page(lang);
      expect(html).toContain(`<html lang="${lang}">`);
      for (const { name, path } of API_ROUTES) {
        expect(html, name).toContain(`id="${name}"`);
        expect(html, name).toContain(`/api/v1${path}<`);
      }
      for (const action of Object.keys(AUDIT_ACTIONS)) expect(html).toContain(`id="action-${action}"`);
      for (const [code, status] of Object.entries(REFUSALS))
        expect(html, code).toMatch(
          new RegExp(`id="refusal-${code}"><td><code>${code}</code></td><td>${status}</td><td>.{10}`),
        );
    }
  });

  it("shows examples that the server takes: each fits its operation, and leaves nothing to be filled in", async () => {
    const { rooms, resolve } = parseDescription(
      z.looseObject({}).parse(await (await api.app.request("/openapi.json")).json()),
    );
    const refused = rooms
      .flatMap(({ operations }) => operations)
      .flatMap(({ operationId, requestBody }) => {
        const schema = requestBody?.content["application/json"]?.schema;
        const body = API_ROUTES.find(({ name }) => name === operationId)?.body;
        if (schema === undefined || body === undefined) return [];
        const example = exampleOf(schema, resolve);
        const written = JSON.stringify(example);
        return body.safeParse(example).success && !written.includes("…") ? [] : [`${operationId} ${written}`];
      });
    expect(refused).toEqual([]);
  });

  it("draws what excludes each other as alternatives, and says limits, powers and faults from the rules themselves", async () => {
    const html = await page("en");
    const cardOf = (name: string) => html.split(`id="${name}"`)[1]?.split("</details>")[0] ?? "";
    for (const name of ["settle-claim", "submit-progress-update"])
      expect(cardOf(name), name).toMatch(/alternative 1 of 2[\s\S]*alternative 2 of 2/);
    expect(cardOf("add-unit")).not.toContain("alternative 1");
    expect(html).toContain("60 for each address");
    expect(html).toMatch(/id="role-leader"[\s\S]{0,200}decide claim/);
    for (const code of FAULT_CODES) expect(html).toContain(`id="fault-${code}"`);
    expect(html).toContain('href="/openapi.json"');
    const slashed = await api.app.request("/docs/?lang=en");
    expect([slashed.status, slashed.headers.get("location")]).toEqual([301, "/docs?lang=en"]);
  });

  it("leads nowhere that is not there, and asks nothing of elsewhere", async () => {
    const answer = await api.app.request("/docs", { headers: { "accept-language": "en-GB" } });
    expect(answer.headers.get("content-language")).toBe("en");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    const html = await answer.text();
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const aims = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    expect(aims.length).toBeGreaterThan(100);
    expect(aims.filter((id) => !ids.has(id))).toEqual([]);
    expect(html).not.toMatch(/<script|style="|src="https?:|<link[^>]+href="https?:/);
    for (const [, path] of html.matchAll(/<link[^>]+href="([^"]+)"/g))
      expect((await api.app.request(path ?? "")).status, path).toBe(200);
    const etag = answer.headers.get("etag") ?? "";
    expect((await api.app.request("/docs?lang=en", { headers: { "if-none-match": etag } })).status).toBe(304);
  });

  it("a stranger types its five commands and reads the reminders to come", async () => {
    const shown = unescaped(await page("en"));
    const commands = FIRST_STEPS.map(writeCurl);
    for (const command of commands) expect(shown).toContain(command);
    const { stdout } = await run("bash", ["-ec", commands.join("; echo;\n")], {
      env: { ...process.env, DONDOC: here, KEY: await api.key("admin") },
    });
    const answers = stdout.split("\n").filter((line) => line.startsWith("{"));
    expect(answers).toHaveLength(FIRST_STEPS.length - 1);
    const forecast: {
      items: {
        outcome: string;
        recipient: { role: string };
        subject: { label: string; unit_name: string };
      }[];
    } = JSON.parse(answers.at(-1) ?? "");
    const told = forecast.items.filter(({ outcome }) => outcome === "unlinked");
    expect(new Set(told.map(({ subject }) => subject.label))).toEqual(new Set(["1.1", "lần 1", ""]));
    expect(new Set(told.map(({ subject }) => subject.unit_name))).toEqual(new Set([CULTURE]));
    expect(told.map(({ recipient }) => recipient.role)).toContain("head");
  });
});
