import { PGlite } from "@electric-sql/pglite";

/**
 * A program of its own: makes an empty cluster in the folder it is handed and ends. Making one inside the product
 * would leave it 600 MB larger for as long as it runs, because WebAssembly memory never shrinks.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("a folder is needed");
const client = await PGlite.create({ dataDir: folder });
await client.close();
