import { extractBarely, measureCost, readDocument } from "./reading-document.ts";

/** A process of its own for one figure, so that its memory is nobody else's: `reading-cost.ts read|bare FILE RUNS`. */
const [what, file = "", runs = "5"] = process.argv.slice(2);
const deed = what === "bare" ? () => extractBarely(file) : () => readDocument(file);
process.stdout.write(JSON.stringify(await measureCost(deed, Number(runs))));
