import { backupCommand } from "./backup.ts";
import { catalogueLoad } from "./catalogue-load.ts";
import type { Command } from "./command.ts";
import { importCommand } from "./import.ts";
import { inviteCommand } from "./invite.ts";
import { keyCreate } from "./key-create.ts";
import { migrateCommand } from "./migrate.ts";
import { organizationCreate } from "./organization-create.ts";
import { readCommand } from "./read.ts";
import { rehearseCommand } from "./rehearse.ts";
import { restoreCommand } from "./restore.ts";
import { samplesCommand } from "./samples.ts";
import { templateCommand } from "./template.ts";
import { tickCommand } from "./tick.ts";
import { timeFramesCommand } from "./time-frames.ts";
import { unitAdd } from "./unit-add.ts";
import { verifyAudit } from "./verify-audit.ts";

/** Every command, in the order of `--help`. */
export const COMMANDS: readonly Command[] = [
  migrateCommand,
  samplesCommand,
  organizationCreate,
  unitAdd,
  catalogueLoad,
  importCommand,
  inviteCommand,
  keyCreate,
  readCommand,
  rehearseCommand,
  tickCommand,
  templateCommand,
  timeFramesCommand,
  verifyAudit,
  backupCommand,
  restoreCommand,
];
