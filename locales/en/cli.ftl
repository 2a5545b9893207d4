# Sentences of the operator's command line.
#
# Arguments: command, usage, option, summary, meaning, text, path, problem, folder, migration, name, code, link,
# candidates, organization, position text; names list; count, tasks, rounds, entries, organizations, wanted, given number; date date; time text ("07:00").

cli-verbatim = { $text }

## Help

cli-help-head = Đôn Đốc - commands for the operator:
cli-help-command = { "  " }{ $command }: { $summary }
cli-help-foot = Type --help after a command to see how it is used. Add --json for JSON, --language vi for Vietnamese.
cli-help-usage = Usage: { $usage }
cli-help-option = { "  " }{ $option }: { $meaning }

cli-summary-migrate = Brings the database to the newest version.
cli-summary-samples = Loads the five sample catalogues with their organizations.
cli-summary-organization-create = Creates an organization.
cli-summary-unit-add = Adds a unit to an organization.
cli-summary-catalogue-load = Loads a catalogue of tasks from a JSON file.
cli-summary-import = Reads a document into a draft of a catalogue for the administrator; with --publish it is published as it was read.
cli-summary-invite = Issues an invitation code that links a member’s chat.
cli-summary-verify-audit = Checks that the audit chain is intact.
cli-summary-backup = Writes everything, or one organization with --organization, to one file, evidence included.
cli-summary-restore = Restores a backup file into an empty database, or one organization into a database without it.
cli-summary-read = Reads a document (.docx, .pdf, .xlsx, .txt, .md) and prints what was understood; needs no database.
cli-summary-time-frames = Reads phrases of time (text, context) on standard input and prints what each means.
cli-summary-key-create = Make an API key for another system of the office.
cli-summary-template = Write the .xlsx template for entering a catalogue by hand.

cli-option-code = code of the organization: lower-case letters without diacritics, digits, hyphens
cli-option-name = name of the organization, of the unit or of the member
cli-option-superior = code of the superior organization
cli-option-days = days the key lasts; without it until it is revoked
cli-option-scope = what the key may do: read, write or admin
cli-option-organization = code of the organization
cli-option-unit = name of the unit; not needed for leader and admin
cli-option-kind = kind of unit: department, service_unit, armed_force, residential_group, front, party, mass_organization, other
cli-option-alias = another spelling of the unit; may be given several times
cli-option-role = role: head, deputy, focal, consolidator, leader, admin
cli-option-publish = publish at once, with every doubtful place accepted as it was read
cli-option-amends = number of the document whose catalogue is amended, or new for a new catalogue
cli-option-json = print the result as JSON
cli-option-help = print how this command is used
cli-option-language = language of the answers: vi or en
cli-option-out = name of the file to write

## Mistyped commands

cli-unknown-command = There is no command “{ $command }”.
cli-option-missing = { $option } is missing. Type { $command } --help to see how it is used.
cli-option-wrong = The option { $option } is not right. Type { $command } --help to see how it is used.
cli-option-twice = { $option } is given twice. Type { $command } --help to see how it is used.
cli-words-wrong = The command takes { $wanted } arguments beside its options, and was given { $given }. Type { $command } --help to see how it is used.

## Database

cli-data-folder-busy = The data folder { $folder } is in use by another process. Stop that process, or set DATA_DIR to another folder.
cli-roles-missing = The connecting account may not create roles in PostgreSQL. Run these statements as an administrator, with Đôn Đốc’s account in place of current_user:
cli-migration-changed = The migration { $migration } has run, and its file was changed afterwards. Restore the version of the program that was used.
cli-migration-unknown = The database has the migration { $migration }, which this version of the program does not know. Use a newer version of the program.
cli-installation-is-demo = This database belongs to the demonstration and cannot be used for live work. Set another DATA_DIR or DATABASE_URL.
cli-installation-is-live = This database is used for live work and cannot be used for the demonstration. Check the settings, or set DEMO=off.

## Results

cli-migrate-none = The database is at the newest version.
cli-migrate-applied = Ran { $count } migrations: { $names }.
cli-organization-created = Created the organization { $code }.
cli-unit-added = Added the unit { $name }.
cli-sample-known = { $code }: already there, nothing changed.
cli-sample-loaded = { $code }:
cli-catalogue-loaded = Loaded { $tasks } tasks and { $rounds } reporting rounds.
cli-catalogue-closed = Today lies outside the document’s period: the catalogue is read-only and sends no reminders.
cli-warning-lead-missing = { $count } tasks without a lead unit: { $names }. The administrator assigns them with /phancong.
cli-warning-group-unconfirmed = { $count } groups without confirmed members: { $names }.
cli-warning-round-missing = The document names no reporting round.
cli-warning-round-undated = { $count } reporting rounds without a date: { $names }.
cli-warning-round-outside-scope = { $count } recurring rounds fall outside the document’s period and were not made: { $names }.
cli-warning-round-order = { $count } rounds fall due before the document is issued, or out of order: { $names }.
cli-warning-issued-far-from-scope = The day of issue lies far from the document’s period: { $names }.
cli-warning-questions-open = { $count } tasks on which the document leaves something open: { $names }.
cli-invited-code = Invitation code: { $code }
cli-invited-link = Link: { $link }
cli-invited-until = Valid until { $time } { DAY($date) }, for one use.
cli-audit-intact = The audit chain is intact: { $entries } entries of { $organizations } organizations.{ $waiting ->
    [0] { "" }
   *[other] { " " }{ $waiting } new entries are not chained yet.
}
cli-audit-broken = The audit chain of organization { $organization } is broken at entry { $position }. Keep the database as it is and tell the person in charge.

## What was read

cli-read-title = { $text }
cli-read-number = Number: { $number }
cli-read-issued = Issued: { DAY($date) }
cli-read-issuer = Issued by: { $name }
cli-read-counts = Read { $tasks } tasks in { $sections } sections, { $units } units, { $rounds } reporting rounds.
cli-read-task = { $number }. { $text }
cli-read-lead = { "  " }Lead: { $names }
cli-read-coordinating = { "  " }Coordinating: { $names }
cli-read-time = { "  " }Time frame: { $text }
cli-read-round = Report: { $text }
cli-read-doubts = { $count ->
    [0] Nothing needs a second look.
   *[other] { $count } points to look at:
}
cli-read-point = { "  " }{ $text }
cli-read-point-at-line = { "  " }Line { $line }: { $text }
cli-read-point-of-task = { "  " }Task { $number }, line { $line }: { $text }
cli-read-unsure = { "  " }task { $number }, not sure of: { $names }
cli-read-findings = { $count ->
    [0] Nothing looks wrong in the document itself.
    [one] { $count } point of the document itself for whoever drafts it:
   *[other] { $count } points of the document itself for whoever drafts it:
}

## Importing a document

cli-import-read = Read { $tasks } tasks, { $rounds } reporting rounds; { $count ->
    [0] no place is doubtful.
   *[other] { $count } doubtful places are to be looked at.
}
cli-import-how = The administrator looks it over and publishes it on the page “Văn bản” or in the chat (type “văn bản”).
cli-import-published = Version { $count } of the catalogue is published; { $given } people will get the notice.
cli-import-accepted = { $count } doubtful places were accepted as they were read.
cli-amends-unknown = No catalogue of document { $text } covers the same time. Check the number, or use --amends new.
cli-amends-choose = Add --amends { $text } if it amends the catalogue of document { $text }.
cli-amends-new = Add --amends new if it is a new catalogue.

## More about a refusal

cli-candidates = It may be one of: { $candidates }.

## Files

cli-file-missing = Cannot read the file { $path }. Check the path and the right to read it.
cli-file-not-json = The file { $path } is not valid JSON.
cli-file-too-large = The file { $path } is too large.
cli-file-exists = The file { $path } is there already. Please choose another name, so that nothing is overwritten.
cli-file-not-written = The file { $path } cannot be written. Please check the folder and the right to write.
cli-template-written = The template was written to { $path }.
cli-date-invalid = { $option } is not a date. Please write it as 2026-09-01.
cli-input-too-large = What came on standard input is too large.
cli-input-not-json = What came on standard input is not valid JSON.
cli-phrases-wrong = Standard input must be a list of items with “text” and, where needed, “context” (year, document_date); the place that is not valid: { $path }.
cli-key-created = The key: { $key }
cli-key-once = It is shown this once; keep it in a safe place.

## Backup

cli-backup-written = Wrote { $path }: { $organizations } organizations, { $entries } rows, { $count } evidence files.
cli-backup-secret = The file holds personal data and the secrets of webhooks. Keep it where only the person in charge can read it.
cli-backup-files-missing = { $count } evidence files are missing in DATA_DIR or are damaged there; they are not in the backup.
cli-backup-restored = Restored { $path }: { $organizations } organizations, { $entries } rows, { $count } evidence files.
cli-backup-damaged = The file { $path } is not a backup of Đôn Đốc, or it is incomplete or was changed. Nothing was restored; use another copy.
cli-backup-newer = The backup comes from another version of the program (migration { $migration }). Restore it with the version that made it, or with a newer one.
cli-backup-older = The database is newer than the backup (migration { $migration }). Restore it into a new, empty database; the program then brings it to the newest version.
cli-backup-office-here = The database already holds these organizations: { $names }. Nothing was restored; use a database without them.
cli-backup-not-empty = The backup holds the whole installation, and the database is not empty. Nothing was restored; use a new, empty database.
cli-backup-of-demo = The backup or the database belongs to the demonstration and cannot be used for live work. Nothing was restored.
cli-backup-of-live = The backup or the database belongs to live work and cannot be used for the demonstration. Set DEMO=off and try again.
