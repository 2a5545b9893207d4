import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../../../bot/commands/run-command.ts";
import { type Home, MONDAY_MORNING, productHome } from "../../support/product.ts";

const folder = mkdtempSync(join(tmpdir(), "dondoc-backup-command-"));
const file = join(folder, "nightly");
let home: Home;

beforeAll(async () => {
  home = await productHome();
});

afterAll(async () => {
  await home.drop();
  rmSync(folder, { recursive: true, force: true });
});

const run = async (environment: Readonly<Record<string, string>>, ...argv: string[]) => {
  let out = "";
  let error = "";
  const code = await runCommand(argv, environment, {
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
  });
  return { code, out, error };
};

describe("dondoc backup and restore", () => {
  it("moves the installation into a new folder, which then goes on", async () => {
    const saved = await run(home.environment, "backup", "--out", file);
    expect(saved).toMatchObject({ code: 0, error: "" });
    expect(saved.out).toContain("5 cơ quan");
    expect(saved.out).toContain("khóa bí mật");

    const elsewhere = { DATA_DIR: join(folder, "elsewhere"), DEMO: "off", CLOCK: MONDAY_MORNING };
    const restored = await run(elsewhere, "restore", file, "--json");
    expect(restored).toMatchObject({ code: 0, error: "" });
    expect(JSON.parse(restored.out)).toMatchObject({
      organizations: ["hai-an", "kim-thanh", "lam-ha", "le-chan", "le-chan-2025"],
      files: 0,
      missing_files: 0,
    });
    const loaded = await run(elsewhere, "samples", "--json");
    expect(loaded.code).toBe(0);
    const twice = await run(elsewhere, "restore", file, "--language", "en");
    expect(twice.code).toBe(1);
    expect(twice.error).toContain("hai-an");
  }, 240_000);

  it("takes one office, named by its code", async () => {
    const saved = await run(
      home.environment,
      ...["backup", "--out", join(folder, "office"), "--organization", "lam-ha", "--json"],
    );
    expect(JSON.parse(saved.out)).toMatchObject({ organizations: ["lam-ha"] });
    const unknown = await run(
      home.environment,
      ...["backup", "--out", join(folder, "nobody"), "--organization", "khong-co", "--json"],
    );
    expect(JSON.parse(unknown.out)).toMatchObject({ error: { code: "organization_not_found" } });
    expect(existsSync(join(folder, "nobody"))).toBe(false);
  }, 60_000);

  it("says what stands in its way", async () => {
    const taken = join(folder, "taken");
    writeFileSync(taken, "của người khác");
    const code = async (...argv: string[]) =>
      (await run(home.environment, ...argv, "--json")).out.match(/"code":"(\w+)"/)?.[1];
    expect(await code("backup", "--out", taken)).toBe("file_exists");
    expect(await code("backup", "--out", join(folder, "no", "such"))).toBe("file_not_written");
    expect(await code("restore", join(folder, "missing"))).toBe("file_missing");
    expect(await code("restore", taken)).toBe("backup_damaged");
  }, 60_000);
});
