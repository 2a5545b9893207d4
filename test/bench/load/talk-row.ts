import type { Child } from "./child-process.ts";
import { type LoadReport, medianOf, type TalkOrder } from "./load-order.ts";
import type { LoadSize } from "./load-size.ts";
import type { Figure } from "./load-table.ts";
import { chatKeyOf } from "./seeded-ids.ts";

const PEOPLE = 16;
const WARM_SECONDS = 2;

/** `/nhiemvu` of heads, from the update at the webhook to the words at the messenger; then the same at half the pace. */
export const talkRows = async (
  size: LoadSize,
  messenger: Child,
  doors: { readonly ours: string; readonly least: string },
): Promise<readonly Figure[]> => {
  const chatKeys = Array.from({ length: size.offices * size.units }, (_, number) =>
    chatKeyOf(Math.floor(number / size.units), number % size.units),
  );
  const ask = async (url: string, seconds: number, perSecond: number | null = null): Promise<LoadReport> => {
    const order: TalkOrder = { url, text: "/nhiemvu", chatKeys, people: PEOPLE, perSecond, seconds };
    messenger.tell(order);
    const report = await messenger.heard<LoadReport | { readonly failed: string }>();
    if ("failed" in report) throw new Error(report.failed);
    if (report.errors > 0) throw new Error(`/nhiemvu: ${report.errors} without an answer`);
    return report;
  };
  await ask(doors.ours, WARM_SECONDS);
  await ask(doors.least, WARM_SECONDS);
  const ours: number[] = [];
  const least: number[] = [];
  for (let round = 0; round < size.rounds; round += 1) {
    ours.push((await ask(doors.ours, size.seconds)).perSecond);
    least.push((await ask(doors.least, size.seconds)).perSecond);
  }
  const speed = medianOf(ours);
  const half = await ask(doors.ours, size.seconds * size.rounds, speed / 2);
  return [
    {
      name: "/nhiemvu through the webhook",
      value: speed / medianOf(least),
      unit: "of the least program",
      bound: 0.6,
      within: "at least",
      made: `ours ${speed.toFixed(0)}/s, least ${medianOf(least).toFixed(0)}/s`,
    },
    {
      name: "/nhiemvu at half load, p99",
      value: half.p99,
      unit: "ms",
      bound: 50,
      within: "under",
      made: `${(speed / 2).toFixed(0)}/s, median ${half.p50.toFixed(0)} ms`,
    },
  ];
};
