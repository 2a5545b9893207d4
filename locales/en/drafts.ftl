# A document sent into the chat: the summary of what was read, each doubtful place, the publication.
#
# Arguments: name, kind, where, field, value, sentence (term or text); number, title, text, file, url, label (text);
# date, from, to (date); channels, names, candidates (list); line (text); every other name is a number.

draft-how-to-send = To bring in a new document, please send the file here (.docx, .pdf, .xlsx, .txt, .md). Đôn Đốc reads it; you look it over before it is published.
draft-send-elsewhere = This application does not pass on document files. Please send the file to Đôn Đốc by { $channels }.
draft-send-elsewhere-web = This application does not pass on document files. Please send the file to Đôn Đốc by { $channels }. On the web: { $url }

## The draft

draft-name = { CAP($kind) } { $number }
draft-name-dated = { CAP($kind) } { $number } of { DATE($date) }
draft-name-unnumbered = { CAP($kind) } without number
draft-title = Read: { $name }
draft-about = Subject: { $title }
draft-issuer = Issued by: { $name }
draft-warning = Please note: { $sentence }
draft-issuer-missing = The issuer was not found.
draft-scope = Period: { DATE($from) } – { DATE($to) }
draft-scope-missing = The period is not clear.
draft-counts = { $tasks } tasks in { $sections } sections · { $units } units · { $rounds } reporting rounds
draft-doubts = { $count } doubtful places to look at before it is published.
draft-doubts-must = { $count } of them have to be filled in.
draft-no-doubts = No place is doubtful any more.
draft-rest-accepted = The doubtful places were accepted as they were read.
draft-resembles = This document resembles the catalogue of { $name } that is there. Please choose: it amends that catalogue, or it is a new one.
draft-amends = This document amends the catalogue of { $name }.
draft-amends-none = This document is taken for a new catalogue; it does not amend that of { $name }.
draft-comparison = Compared with it: { $added } tasks added, { $removed } removed, { $changed } changed, { $moved } renumbered or moved.
draft-unchanged = Compared with it nothing changes, so that it need not be published again.
draft-findings = { $count } points of the document to note:
draft-finding = – { $sentence }
draft-finding-of-task = – Task { $number }. { $sentence }
draft-findings-more = … and { $count } more.
draft-link = To look at and correct on the page: { $url }
draft-known = This file was read before; what you have looked at is kept.
draft-kept = Stopped. What you have looked at is kept. Type “văn bản” to go on.
draft-discard-sure = Discard what was read from “{ $file }”? What was looked at in it will be gone.
draft-discarded = What was read from “{ $file }” is discarded. Please send the file again when you need it.

choice-draft-amend = Amends the catalogue of { $name }
choice-draft-new = A new catalogue
choice-draft-doubts = Look at each doubtful place ({ $count })
choice-draft-accept-all = Accept all
choice-draft-publish = Publish
choice-draft-discard = Discard this draft
choice-draft-discard-now = Yes, discard it
choice-draft-keep = No, keep it
choice-draft-open = { $file } (read on { DATE($date) })

drafts-open = { $count } documents were read and are not published. Please choose one to go on with:
drafts-more = Below are those read last; there are { $count } more.

## Each doubtful place

doubt-title = Place { $at }/{ $of } · { $where } · { $field }
doubt-of-task = task { $number }
doubt-of-round = reporting round { $label }
doubt-of-document = document
doubt-task = { $title }
doubt-words = In the document (line { $line }): “{ $text }”
doubt-read = Read as: { $value }
doubt-read-nothing = Nothing could be read here.
doubt-nothing = none
doubt-quoted = “{ $text }”
doubt-unsure = Doubtful: confidence about { $percent }%.
doubt-must = This place has to be filled in.
doubt-hint-line = To correct it, type what is right; type “none” if the document does not say.
doubt-hint-area = To correct it, type the whole text again.
doubt-hint-date = To correct it, type the right date, for example 15/9/2026.
doubt-hint-time = To correct it, type the right time, for example: trước ngày 15/9/2026; Quý IV/2026; Thường xuyên.
doubt-hint-units = To correct it, type the names of the units, apart by semicolons; type “none” if there is no unit.
doubt-hint-targets = To correct it, type the targets, apart by semicolons; type “none” if there is no target.
doubt-hint-choice = To correct it, type the kind of document: quyết định, kế hoạch, chương trình, công văn, thông báo or khác.
doubt-words-to-answer = Type “right” to keep what was read, “skip” to look at it later.
doubt-how-to-stop = Type “stop” to rest; what you have looked at is kept.
doubt-noted = Noted { $where } · { $field }: { $value }
doubt-remark-only = This is only to be seen, nothing is to be filled in. Type “seen” to go on.
doubt-type-right = Please type what is right, or type “skip” to look at it later.
doubt-kind-unclear = The kind of document is not clear.
doubt-unit-ambiguous = “{ $name }” may be: { $candidates }. Please type the full name.
doubt-new-units = Neither the office nor the document has a unit named { $names }. Is it a new unit?
doubt-passed = That choice belongs to an earlier question and is of no use any more.
doubt-settled-elsewhere = The place that was asked about has been looked at elsewhere.
doubts-left = { $count } places are left for later.
doubts-done = All doubtful places have been looked at.

choice-doubt-right = Right
choice-doubt-seen = Seen
choice-doubt-later = Skip, look at it later
choice-doubt-new-unit = Yes, a new unit
choice-doubt-retype = No, type the name again

## Publication

publication-sure = Publish { $name }?
publication-amends = In the catalogue that is there, { $added } tasks are added, { $removed } removed, { $changed } changed, { $moved } renumbered or moved.
publication-tasks = { $count } tasks are in force by this document.
publication-rounds = { $count } reporting rounds are opened.
publication-rounds-undated = { $count } reporting rounds are opened, { $undated } of them without a date: nothing is sent before it is set.
publication-no-rounds = The document names no reporting round.
publication-tells = { $count } units are told their part within working hours.{ $waiting ->
    [0] { "" }
   *[other] { " " }{ $waiting } units have nobody linked and cannot be told yet.
}
publication-tells-changed = Only units for which something changes are told, within working hours.
publication-past = The period is over: the catalogue can only be looked up, nobody is told and nothing is reminded of.
publication-unseen = The doubtful places were accepted as they were read, without a look at each.
publication-done-first = The catalogue is published: { $tasks } tasks, { $rounds } reporting rounds.
publication-done-next = Version { $version } of the catalogue is published: { $tasks } tasks, { $rounds } reporting rounds.
publication-told = { $count } people will get the notice within working hours.
publication-told-nobody = Nobody could be told: the units have nobody linked. Type “mời” to make invitation codes.
publication-told-nobody-changed = Nobody was told: nothing changes for any unit, or the unit has nobody linked.
publication-closed = Today is outside the period of the document, so nothing of this catalogue is reminded of.
publication-open-group-unconfirmed = { $count } groups without confirmed units: { $names }. Type “phân công” to confirm them.
publication-open-lead-missing = { $count } tasks have no lead unit yet: { $names }. Type “phân công” to assign them.
publication-open-round-missing = The document names no reporting round.
publication-open-round-undated = { $count } reporting rounds have no date: { $names }. Nothing is sent for them before it is set.
publication-open-round-outside-scope = { $count } recurring report dates are outside the period and were not made: { $names }.
publication-open-round-order = { $count } rounds fall due before the document is issued, or out of order: { $names }.
publication-open-issued-far-from-scope = The day of issue lies far from the document’s period: { $names }.
publication-after = Type “nhiệm vụ” to see how the units stand.

choice-publish-now = Yes, publish
choice-publish-later = No, look again
