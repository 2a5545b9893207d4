import { createServer } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { downloadFile } from "../../../../bot/channels/zalo/download-file.ts";
import { fileAddress } from "../../../../bot/channels/zalo/file-address.ts";

const ROOT = "https://bot-api.zaloplatforms.com";

describe("which address may be asked", () => {
  test.each([
    "https://photo-stal-1.zdn.vn/no/jpg/f1.jpg?token=a%2Bb",
    "https://8.8.8.8/a.jpg",
    "https://[2606:4700::1111]/a.jpg",
    "https://bot-api.zaloplatforms.com/file/1",
  ])("%s", (address) => {
    expect(fileAddress(address, ROOT)?.href).toBe(address);
  });

  test.each([
    "http://photo-stal-1.zdn.vn/f1.jpg",
    "http://bot-api.zaloplatforms.com/file/1",
    "ftp://zdn.vn/a",
    "file:///etc/passwd",
    "data:image/png;base64,AA==",
    "f1.jpg",
    "",
    "https://user:pass@zdn.vn/a",
    "https://localhost/a",
    "https://localhost./a",
    "https://db.localhost/a",
    "https://127.0.0.1/a",
    "https://127.1/a",
    "https://2130706433/a",
    "https://0x7f.0.0.1/a",
    "https://0.0.0.0/a",
    "https://10.1.2.3/a",
    "https://172.16.0.1/a",
    "https://192.168.1.1/a",
    "https://169.254.169.254/latest/meta-data",
    "https://100.64.0.1/a",
    "https://[::1]/a",
    "https://[::]/a",
    "https://[::ffff:10.0.0.1]/a",
    "https://[64:ff9b::a00:1]/a",
    "https://[fe80::1]/a",
    "https://[fd00::1]/a",
  ])("not %s", (address) => {
    expect(fileAddress(address, ROOT)).toBeNull();
  });

  test("the very server of the API is let through, its neighbours are not", () => {
    const root = "http://127.0.0.1:8080";
    expect(fileAddress("http://127.0.0.1:8080/files/1", root)?.pathname).toBe("/files/1");
    expect(fileAddress("http://127.0.0.1:8081/files/1", root)).toBeNull();
    expect(fileAddress("/files/2", root, "http://127.0.0.1:8080/files/1")?.pathname).toBe("/files/2");
  });
});

describe("the bytes", () => {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  const BYTES = Uint8Array.from({ length: 50_000 }, (_, at) => at % 256);
  /** `/to/N` leads N times further and then to the picture; `/CODE` answers with it. */
  const host = async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? "");
      const [, word = "", rest] = (request.url ?? "").split("/");
      if (word === "to") {
        const left = Number(rest);
        response.writeHead(302, { location: left > 1 ? `/to/${left - 1}` : "/200" }).end();
      } else if (word === "inside")
        response.writeHead(301, { location: "https://169.254.169.254/latest" }).end();
      else if (word === "cut") {
        response.writeHead(200, { "content-length": "9" }).write("a");
        response.socket?.destroy();
      } else response.writeHead(Number(word)).end(word === "200" ? BYTES : "no");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    closing.push(
      () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    );
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const root = `http://127.0.0.1:${address.port}`;
    return {
      asked,
      get: (path: string, maxBytes = 50_000) =>
        downloadFile({ link: `${root}${path}`, apiRoot: root }, maxBytes),
    };
  };

  test("all of them, or too many, or none any longer", async () => {
    const { get } = await host();
    const got = await get("/200");
    expect(got.kind === "bytes" && Buffer.from(got.bytes).equals(BYTES)).toBe(true);
    expect(await get("/200", 49_999)).toEqual({ kind: "too_large" });
    expect(await get("/404")).toEqual({ kind: "gone" });
    expect(await get("/410")).toEqual({ kind: "gone" });
  });

  test("three redirects are followed, not a fourth, and none to the inside", async () => {
    const { asked, get } = await host();
    expect((await get("/to/3")).kind).toBe("bytes");
    expect(asked).toEqual(["/to/3", "/to/2", "/to/1", "/200"]);
    expect(await get("/to/4")).toEqual({ kind: "gone" });
    expect(asked.slice(4)).toEqual(["/to/4", "/to/3", "/to/2", "/to/1"]);
    expect(await get("/inside")).toEqual({ kind: "gone" });
  });

  test("an address that may not be asked is not asked", async () => {
    expect(await downloadFile({ link: "https://127.0.0.1/a", apiRoot: ROOT }, 10)).toEqual({ kind: "gone" });
  });

  test("trouble throws, without the address", async () => {
    const { get } = await host();
    const said = async (promise: Promise<unknown>): Promise<string> => {
      const error: unknown = await promise.then(
        () => null,
        (thrown: unknown) => thrown,
      );
      if (!(error instanceof Error)) throw new Error("nothing was thrown");
      return `${error.message} ${String(error.cause)}`;
    };
    for (const path of ["/500", "/403", "/cut"]) {
      const sentence = await said(get(path));
      expect(sentence).toMatch(/the file's download was/);
      expect(sentence).not.toContain("127.0.0.1");
    }
    const nobody = { link: "http://127.0.0.1:9/a", apiRoot: "http://127.0.0.1:9" };
    expect(await said(downloadFile(nobody, 10))).not.toContain("127.0.0.1");
  });
});
