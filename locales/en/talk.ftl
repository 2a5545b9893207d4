# Help, linking, look-ups and what every talk says.

stranger = This is Đôn Đốc, your office’s assistant program. To use it, please ask your office’s administrator for an invitation code and send it here, for example: ABCDE-12345
group-only = A unit’s tasks and reports are talked about in a private chat with Đôn Đốc only.
linked = Linked to { $place }
linked-already = This chat is already linked to { $place }
linked-greeting = Welcome, { $name }.
linked-begin = Type “nhiệm vụ” for the tasks, “trợ giúp” for the commands.
linked-begin-note = To write a note, type a task’s number and your words, for example: 2.4 done.

help-title = Help · { $place }
help-unknown = There is no command { $command }. Please see the commands below.
help-welcome = Đôn Đốc · { $place }
help-what-it-is = Đôn Đốc is a computer program that reminds and records progress; there is no person at the other end.
help-post = You are here as { $role }.
help-post-unit = You are here as { $role }, { $unit }.
help-no-post = You hold no post in this office now. Please ask the administrator.
help-command-nhiemvu = nhiệm vụ – your tasks; add “quá hạn”, “phối hợp”, a keyword or a number
help-command-nhiemvu-office = nhiệm vụ – how the units stand; add a unit’s name or a task’s number
help-command-lich = lịch – due dates and report dates
help-command-tim = tìm … – search tasks, with or without diacritics
help-command-vanban = văn bản – documents and catalogues
help-command-vanban-loading = văn bản – documents, catalogues and drafts; to bring in a new document, send the file here (.docx, .pdf, .xlsx, .txt, .md)
help-command-duyet = duyệt – completion claims that wait for you
help-command-phancong = phân công – assign tasks, confirm a group’s units
help-command-moi = mời – invite somebody to a post
help-command-bangiao = bàn giao – hand a post over
help-command-ketnoi = kết nối – type it in your office’s group to get the weekly summary there
help-command-hoantac = hoàn tác – take the last note back
help-command-huy = hủy – cancel what is under way
help-command-caidat = cài đặt – language, hour of reminders, channel
help-command-dulieucuatoi = dữ liệu của tôi – what is kept about you
help-command-trogiup = trợ giúp – this page
help-notes = To write a note: type the task’s number and your words (“2.4 đã xong, đạt 100%”), a line for each task; with nothing new, “2.4 không phát sinh”. Photos may come along, and files where the messenger can send them.
help-privacy = The system keeps your name, your post and what you write, to follow the tasks. Type “dữ liệu của tôi” to see it or to leave. Do not send secrets.

not-understood = Sorry, I did not understand that.
not-understood-hint-unit = To write a note, please type the task’s number and then your words, for example: 2.4 done. Type “nhiệm vụ” for the list, “trợ giúp” for the commands.
not-understood-hint = Type “nhiệm vụ” to see how the units stand, “trợ giúp” for the commands.
courtesy-greeting = Good day. Type “nhiệm vụ” for the list, “trợ giúp” for the commands.
courtesy-thanks = Thank you. Whenever you need something, type “nhiệm vụ” or “trợ giúp”.
please-write = Please write in words, or send a photo with a caption.
button-unknown = This choice can no longer be used. Please type “nhiệm vụ” for the newest list.
cancelled = Cancelled. Nothing has changed.
nothing-to-cancel = Nothing is under way.
internal-error = Something went wrong with your last message, and it was not recorded. Please send it again in a few minutes.

documents-title = DOCUMENTS
documents-none = No document has been loaded yet.
document-name = { CAP($kind) } { $number }
document-name-unnumbered = { CAP($kind) } without number
document-title = { $title }
document-in-force = In force from { DATE($start) } to { DATE($end) } · { $tasks } tasks
document-closed = Outside its time ({ DATE($start) } – { DATE($end) }) · { $tasks } tasks
document-without-lead = Names no lead unit: { $count } tasks. The administrator assigns them by “phân công”.
document-without-rounds = The document names no reporting round.
document-consolidator = Consolidating unit: { $unit }

due-dates-title = Calendar of { $unit } until { DATE($until) }
due-dates-title-office = The office’s calendar until { DATE($until) }
due-dates-none = Nothing falls due in this time.
due-dates-day = { DAY($on, cap: 1) }
due-dates-round = Report { $label }: last day
due-dates-undated = Rounds that the document gives no day: { $labels }. The administrator will set one.

search-title = Search “{ $query }”: { $count ->
    [one] 1 task
   *[other] { $count } tasks
}
search-none = No task has “{ $query }”.
search-hint = Type a task’s number to see it, for example: { $number }
search-more = … and { $count } more. Please add a word.

choice-tasks = Tasks
choice-help = Help
choice-calendar = Calendar
choice-unit = { $name }
