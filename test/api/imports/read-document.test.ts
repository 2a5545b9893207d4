import type { Worker } from "node:worker_threads";
import { constants, deflateRawSync, deflateSync } from "node:zlib";
import { strToU8 } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endWaitingThread } from "../../../api/imports/keep-reading-thread.ts";
import { NOBODY_KNOWN } from "../../../api/imports/known-names.ts";
import { type ReadingOrder, readDocument } from "../../../api/imports/read-document.ts";
import { readOutline } from "../../../api/imports/read-outline.ts";
import { recogniseCatalogue } from "../../../api/imports/recognition/recognise-catalogue.ts";
import { buildDocx } from "../../support/build-docx.ts";
import { drawPdf } from "./readers/pdf/drawn-pdf.ts";

const order = (bytes: Uint8Array, fileName = "danh-muc.docx"): ReadingOrder => ({
  bytes,
  fileName,
  known: NOBODY_KNOWN,
});
const CATALOGUE = buildDocx([
  { text: "DANH MỤC NHIỆM VỤ", bold: true, centred: true },
  {
    rows: [
      { header: true, cells: ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian"] },
      ["1", { text: "CÔNG TÁC TUYÊN TRUYỀN", columns: 3 }],
      ["1.1", "Tổ chức đối thoại với Nhân dân", "Phòng Văn hóa - Xã hội", "Quý II/2027"],
    ],
  },
]);

describe("a reading in a thread of its own", () => {
  it("is the same as one made here", async () => {
    const read = await readDocument(order(CATALOGUE));
    const outline = await readOutline(CATALOGUE, "danh-muc.docx");
    if (!read.ok || !outline.ok) throw new Error("refused");
    expect(read.value.outline).toEqual(outline.value);
    expect(read.value.reading).toEqual(recogniseCatalogue(outline.value, NOBODY_KNOWN));
    expect(read.value.reading.tasks).toMatchObject([{ title: "Tổ chức đối thoại với Nhân dân" }]);
  });

  it("refuses what the reader refuses", async () => {
    expect(await readDocument(order(new Uint8Array()))).toEqual({
      ok: false,
      refusal: { code: "file_empty", args: {} },
    });
    expect(await readDocument(order(new Uint8Array(21 * 1024 * 1024)))).toEqual({
      ok: false,
      refusal: { code: "file_too_large", args: { max: 20 } },
    });
    expect(await readDocument(order(strToU8("MZ\u0000"), "danh-muc.exe"))).toMatchObject({
      refusal: { code: "file_kind_unknown" },
    });
  });

  it("is stopped when its time or its memory is over", async () => {
    const slow = { ok: false, refusal: { code: "file_reading_too_slow", args: {} } };
    expect(await readDocument(order(CATALOGUE), { milliseconds: 1, megabytes: 512 })).toEqual(slow);
    expect(await readDocument(order(CATALOGUE), { milliseconds: 30_000, megabytes: 4 })).toEqual(slow);
  });

  it("is stopped when buffers grow in it that nobody announced", async () => {
    const bounds = { milliseconds: 30_000, megabytes: 60 };
    expect(await readDocument(order(CATALOGUE), bounds)).toMatchObject({ ok: true });
    // A stream packed twice, which only the reader itself can unpack: 600 MB of spaces.
    const megabyte = deflateRawSync(Buffer.alloc(1024 * 1024, " "), { finishFlush: constants.Z_FULL_FLUSH });
    const once = [Buffer.from([0x78, 0x9c]), ...Array<Buffer>(600).fill(megabyte), Buffer.from([3, 0])];
    const twice = deflateSync(Buffer.concat(once));
    const [head = "", tail = ""] = Buffer.from(drawPdf([{ content: "CONTENT" }]))
      .toString("latin1")
      .split(/<< {2}\/Length 7 >>\nstream\nCONTENT/);
    const filters = `<< /Length ${twice.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n`;
    const bomb = Buffer.concat([Buffer.from(head + filters), twice, Buffer.from(tail)]);
    expect(await readDocument(order(bomb, "bom.pdf"), bounds)).toMatchObject({
      refusal: { code: "file_reading_too_slow" },
    });
  });

  it("waits for its turn where two are being read, and is begun in the order of asking", async () => {
    let [running, most] = [0, 0];
    const begun: string[] = [];
    const watch = (worker: Worker): void => {
      running += 1;
      most = Math.max(most, running);
      worker.once("exit", () => {
        running -= 1;
      });
    };
    await endWaitingThread();
    process.on("worker", watch);
    const names = ["một", "hai", "ba", "bốn", "năm"];
    const reads = await Promise.all(
      names.map((name) => {
        const named = { ...order(strToU8(`KẾ HOẠCH ${name}\nCông tác dân vận`)), fileName: "" };
        // Asked for when the thread is made, and not before.
        Object.defineProperty(named, "fileName", {
          enumerable: true,
          get: () => begun.push(name) && "ke-hoach.txt",
        });
        return readDocument(named);
      }),
    );
    process.off("worker", watch);
    await endWaitingThread();
    expect(reads.map((read) => read.ok && read.value.outline.lines[0]?.text)).toEqual(
      names.map((name) => `KẾ HOẠCH ${name}`),
    );
    expect({ most, running, begun }).toEqual({ most: 2, running: 0, begun: names });
  });

  it("lets the next one in when one was stopped or broke", async () => {
    const stopped = { milliseconds: 1, megabytes: 512 };
    const reads = await Promise.all([
      readDocument(order(CATALOGUE), stopped),
      readDocument(order(CATALOGUE), stopped),
      readDocument(order(CATALOGUE)),
    ]);
    expect(reads.map(({ ok }) => ok)).toEqual([false, false, true]);
  });

  it("refuses a file that is one paragraph without end", async () => {
    const endless = strToU8(`# KẾ HOẠCH\n\n**a** ${"| ".repeat(50_000)}`);
    expect(await readDocument(order(endless, "ke-hoach.md"))).toMatchObject({
      refusal: { code: "file_too_long" },
    });
  });
});

describe("the thread of a document that was read well", () => {
  const started: Worker[] = [];
  const watch = (worker: Worker): unknown => started.push(worker);
  beforeAll(async () => {
    await endWaitingThread();
    process.on("worker", watch);
  });
  afterAll(() => process.off("worker", watch));

  const readsWell = async (): Promise<void> => {
    const read = await readDocument(order(CATALOGUE));
    expect(read.ok && read.value.reading.tasks.map(({ title }) => title)).toEqual([
      "Tổ chức đối thoại với Nhân dân",
    ]);
  };

  it("reads the next one, until a file is refused", async () => {
    await readsWell();
    await readsWell();
    expect(started).toHaveLength(1);
    expect(await readDocument(order(new Uint8Array()))).toMatchObject({ ok: false });
    expect(started).toHaveLength(1);
    await readsWell();
    expect(started).toHaveLength(2);
  });

  it("is stopped like a new one, and given up", async () => {
    const rows = Array.from({ length: 3_000 }, (_, at) => [
      `${at + 1}`,
      "Tuyên truyền",
      "Công an xã",
      "Quý I/2027",
    ]);
    const long = buildDocx([{ rows: [["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian"], ...rows] }]);
    expect(await readDocument(order(long), { milliseconds: 1, megabytes: 512 })).toMatchObject({
      refusal: { code: "file_reading_too_slow" },
    });
    expect(started).toHaveLength(2);
    await readsWell();
    expect(started).toHaveLength(3);
  });

  it("is replaced where it broke afterwards, and the next file is read all the same", async () => {
    const broken = started.at(-1)?.terminate();
    await readsWell();
    expect(await broken).toBe(1);
    expect(started).toHaveLength(4);
  });
});
