import { describe, expect, it } from "vitest";
import { z } from "zod";
import { newId } from "../../../api/shared/ids.ts";

const NOON = new Date("2026-09-07T05:00:00Z");

describe("an id", () => {
  it("is a UUID that rises, within one millisecond and after it", () => {
    const ids = [...Array.from({ length: 10_000 }, () => newId(NOON)), newId(new Date(NOON.getTime() + 3))];
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids.slice(0, 50)) expect(z.uuid().safeParse(id).success).toBe(true);
  });
});
