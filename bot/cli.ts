import { runCommand } from "./commands/run-command.ts";

try {
  process.loadEnvFile();
} catch {
  // No .env here: the environment alone counts.
}

process.exitCode = await runCommand(process.argv.slice(2), undefined, {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
});
