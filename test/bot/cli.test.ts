import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../bot/commands/registry.ts";
import { runCommand } from "../../bot/commands/run-command.ts";
import { lockDataFolder } from "../../db/lock-data-folder.ts";
import { clonedPostgres } from "../support/database.ts";

const dataDir = mkdtempSync(join(tmpdir(), "dondoc-cli-"));
const server = process.env.TEST_DATABASE_URL;
let environment: Record<string, string> = { DATA_DIR: dataDir, PORT: "4123" };
let drop = async (): Promise<void> => undefined;

beforeAll(async () => {
  if (server === undefined || server === "") return;
  const clone = await clonedPostgres(server);
  environment = { ...environment, DATABASE_URL: clone.url };
  drop = clone.drop;
});
afterAll(async () => {
  await drop();
  rmSync(dataDir, { recursive: true, force: true });
});

const run = async (line: readonly string[], more: Record<string, string> = {}) => {
  let [out, error] = ["", ""];
  const code = await runCommand(
    line,
    { ...environment, ...more },
    {
      out: (text) => {
        out += text;
      },
      error: (text) => {
        error += text;
      },
    },
  );
  return { code, out, error };
};
const json = async (...line: string[]): Promise<unknown> => {
  const { code, out, error } = await run([...line, "--json"]);
  expect([code, error]).toEqual([0, ""]);
  return JSON.parse(out);
};
const refused = async (...line: string[]): Promise<string> => {
  const { code, out, error } = await run([...line, "--json"]);
  const problem = (JSON.parse(out) as { error: { code: string; message: string } }).error;
  expect([code, error]).toEqual([1, `${problem.message}\n`]);
  return problem.code;
};

describe("the first day of an office", () => {
  it("is walked from the command line", async () => {
    await json("migrate");
    expect(await json("migrate")).toEqual({ applied: [] });
    expect(
      await json("organization", "create", "--code", "an-bien", "--name", "UBND phường An Biên"),
    ).toEqual({ id: expect.any(String), code: "an-bien" });
    const unit = [
      "unit",
      "add",
      "--organization",
      "an-bien",
      "--name",
      "Văn phòng",
      "--alias",
      "VP",
      "--alias",
      "VPUB",
    ];
    expect(await json(...unit)).toMatchObject({ name: "Văn phòng" });
    const invite = [
      "invite",
      "--organization",
      "an-bien",
      "--unit",
      "vpub",
      "--role",
      "head",
      "--name",
      "Trần Bình",
    ];
    const invited = (await json(...invite)) as { code: string; link: string };
    expect(invited).toEqual({
      code: expect.stringMatching(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/),
      link: `http://127.0.0.1:4123/?code=${invited.code}`,
      ways: [],
      expires_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/),
    });
    expect(await refused(...unit)).toBe("unit_name_taken");
    expect(await refused(...invite.slice(0, -2), "--name", " ")).toBe("member_name_invalid");
    expect(await refused("invite", "--organization", "x", "--role", "admin", "--name", "A")).toBe(
      "organization_not_found",
    );
  });

  it("loads the samples, and again changes nothing", async () => {
    const first = (await json("samples")) as { organization: string; loaded: boolean }[];
    expect(first.map(({ organization, loaded }) => `${organization} ${loaded}`)).toEqual([
      "hai-an true",
      "kim-thanh true",
      "lam-ha true",
      "le-chan true",
      "le-chan-2025 true",
    ]);
    const again = await run(["samples"]);
    expect(again.out).toContain("hai-an: đã có, không thay đổi gì.");
    const leader = ["invite", "--organization", "hai-an", "--role", "leader", "--name", "Vũ Giang"];
    expect(await json(...leader)).toHaveProperty("code");
    expect(await json("verify-audit")).toMatchObject({ intact: true });
  });
});

describe("bad input", () => {
  it("is answered with one sentence and exit code 1", async () => {
    expect(await refused("nonsense")).toBe("unknown_command");
    expect(await refused("unit", "add", "--name", "x")).toBe("usage");
    expect(await refused("samples", "--nope")).toBe("usage");
    expect(await refused("samples", "more")).toBe("usage");
    expect(
      await refused("invite", "--role", "head", "--role", "admin", "--organization", "a", "--name", "b"),
    ).toBe("usage");
    expect((await run(["invite", "--language", "en"])).error).toBe(
      "--organization is missing. Type invite --help to see how it is used.\n",
    );
    expect(await run(["migrate"], { PORT: "many" })).toMatchObject({
      code: 1,
      error: expect.stringContaining("PORT"),
    });
  });

  it("names the file and the place in it", async () => {
    const load = (path: string) => ["catalogue", "load", path, "--organization", "hai-an"];
    const file = join(dataDir, "file.json");
    expect(await refused(...load(join(dataDir, "absent.json")))).toBe("file_missing");
    writeFileSync(file, "{");
    expect(await refused(...load(file))).toBe("file_not_json");
    writeFileSync(file, "{}");
    expect((await run(load(file))).error).toContain("chưa hợp lệ tại organization: giá trị còn thiếu");
    const twice = JSON.parse(readFileSync("db/samples/hai-an.json", "utf8"));
    twice.catalogue.tasks.push(twice.catalogue.tasks[0]);
    writeFileSync(file, JSON.stringify(twice));
    const { number } = twice.catalogue.tasks[0];
    expect((await run(load(file))).error).toMatch(
      new RegExp(`tại catalogue\\.tasks\\.\\d+\\.number: “${number}” có hai lần`),
    );
    expect(await refused(...load("db/samples/hai-an.json"))).toBe("catalogue_exists");
  });

  it("is a database that is not there, or a folder in use", async () => {
    const gone = await run(["samples"], { DATABASE_URL: "postgres://u@127.0.0.1:1/none" });
    expect(gone).toMatchObject({ code: 1, error: expect.stringContaining("Hệ thống tạm thời") });
    const lock = await lockDataFolder(dataDir);
    const { DATABASE_URL: _, ...embedded } = environment;
    const busy = await runCommand(["samples"], embedded, { out: () => undefined, error: () => undefined });
    await lock.release();
    expect(busy).toBe(1);
  });
});

it("explains every command in both languages", async () => {
  for (const language of ["vi", "en"])
    for (const { name } of COMMANDS) {
      const { code, out } = await run([...name.split(" "), "--help", "--language", language]);
      expect([code, out]).toEqual([0, expect.stringContaining(`dondoc -- ${name}`)]);
    }
  expect((await run([])).out).toContain("organization create");
});
