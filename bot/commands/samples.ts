import { loadSamples } from "../../api/catalogues/load-samples.ts";
import { ok } from "../../api/shared/result.ts";
import type { Command } from "./command.ts";
import { describeLoaded, loadedAsJson } from "./describe-loaded.ts";

export const samplesCommand: Command = {
  name: "samples",
  usage: "",
  options: {},
  positionals: 0,
  run: async (call) => {
    const loaded = await loadSamples(await call.database(), call.now);
    if (!loaded.ok) return loaded;
    return ok({
      json: loaded.value.map((sample) => ({
        organization: sample.code,
        loaded: sample.loaded !== null,
        ...(sample.loaded === null ? {} : loadedAsJson(sample.loaded)),
      })),
      lines: loaded.value.flatMap(({ code, loaded: sample }) =>
        sample === null
          ? [{ key: "cli-sample-known", args: { code } }]
          : [{ key: "cli-sample-loaded", args: { code } }, ...describeLoaded(sample)],
      ),
    });
  },
};
