import { runTick } from "../../api/jobs/run-tick.ts";
import { instantSchema } from "../../api/shared/instant.ts";
import { ok, refuse } from "../../api/shared/result.ts";
import { type Command, CommandProblem } from "./command.ts";
import { deliverOnce } from "./deliver-once.ts";

/**
 * Plans and delivers everything as of an instant, once. Behind the last tick nothing is planned, and it says so; an
 * instant ahead of the clock is refused where real people would get messages of a day that has not come.
 */
export const tickCommand: Command = {
  name: "tick",
  usage: "--at ISO",
  options: { at: { type: "string", needed: true } },
  positionals: 0,
  run: async (call) => {
    const at = instantSchema.safeParse(call.needed("at")).data;
    if (at === undefined) throw new CommandProblem("time_invalid", [{ key: "cli-instant-wrong" }]);
    if (at > call.now && call.settings.officialMessenger) return refuse("tick_in_future");
    const database = await call.database();
    const planned = await runTick(database, at);
    if (!planned.ok)
      return ok({
        json: {
          at: at.toISOString(),
          planned: false,
          code: planned.refusal.code,
          queued: 0,
          skipped: 0,
          withdrawn: 0,
        },
        lines: [
          { key: "refusal-tick-in-past" },
          { key: "cli-tick", args: { queued: 0, skipped: 0, withdrawn: 0 } },
        ],
      });
    const { queued, skipped, withdrawn } = planned.value;
    const delivered = await deliverOnce(database, call.settings, at);
    return ok({
      json: { at: at.toISOString(), planned: true, queued, skipped, withdrawn, delivered },
      lines: [
        { key: "cli-tick", args: { queued, skipped, withdrawn } },
        delivered === null
          ? { key: "cli-tick-delivered-elsewhere" }
          : {
              key: "cli-tick-delivered",
              args: {
                sent: delivered.sent,
                waiting: delivered.waiting + delivered.retried,
                failed: delivered.failed,
              },
            },
      ],
    });
  },
};
