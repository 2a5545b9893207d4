# Notes, corrections, withdrawals.

joined-facts = { $first } · { $rest }

echo-recorded = Recorded { $number }  { $title }
echo-corrected = Corrected { $number }  { $title }
echo-withdrawn = Withdrew the note on { $number }  { $title }
echo-understood = { CAP($facts) }
echo-quote = “{ $text }”
echo-completed-done-on-time = done on { DATE($on) } (on time)
echo-completed-done-late = done on { DATE($on) } (late)
echo-completed-no-due-date = done on { DATE($on) }
echo-percent = { $percent }%
echo-document = document { $number }
echo-difficulty = difficulty: { $text }
echo-files = { $count ->
    [one] 1 evidence file
   *[other] { $count } evidence files
}
echo-evidence = Received { $names } as evidence for { $number }  { $title }
echo-evidence-added = Added { $names } as evidence.
echo-stands-since = These words were recorded at { $at } today and are not recorded again.
echo-ask-date = Task { $number } is overdue: on which day was it done? Type the day, for example: 20/3
echo-waits-for-consolidator = Waiting for the consolidating unit to confirm.
echo-waits-for-leader = Waiting for the leader to confirm.
echo-not-completed = Not recorded as completed; if it is done, type: { $number } đã xong
echo-hint = Type “sửa …” or “thu hồi” if this is wrong.
echo-several = Recorded { $count } notes
echo-several-hint = If one is wrong, type “withdraw” and its number, for example: withdraw { $number }

note-ask-words = Please type the note on { $number }  { $title }. Type “hủy” to cancel.
note-ask-correction = Please type the new words. Type “hủy” to cancel.
note-which-task = Which task is this about? Please type its number first, for example: 2.4 done.
note-name-tasks = Please type the numbers of the tasks before your words, for example: 2.3, 3.1, 4.8 nothing new.
note-date-awaited = This was not recorded. Please type the day of completion, for example: 20/3; for anything else type the task’s number first.
file-which-task = Which task is this file for? Please send it again with a caption that has the number, for example: 2.4 photo.
note-not-recorded = Nothing was recorded.
note-nothing-to-correct = There is no note to correct yet. Please type a task’s number and your words.
note-nothing-to-withdraw = There is no note to withdraw. To put something right, please type the task’s number and the right words.
notes-too-many = At most { $max } lines are recorded at once; the following ones were not.
edit-without-note = The edited message holds no note, so nothing has changed.
task-acknowledged = Noted: the unit has received task { $number }.
task-acknowledged-before = The unit had received task { $number } before.
acknowledge-not-lead = Your unit does not lead task { $number }, so there is no need to confirm that it was received.
several-which = This number stands in several catalogues. Please choose:
several-which-note = Number { $number } stands in several catalogues. Please choose and write again:
several-one = { $title } ({ $document })
card-question = Record these words for task { $number }?

claim-title = { $number }  { $title }
claim-unit = { $unit } says it is done
claim-due = Last day in time: { DAY($due) }
claim-dates = Done on: { DATE($completed) } · noted on: { DATE($noted) }
claim-files = { $count ->
    [one] 1 evidence file
   *[other] { $count } evidence files
}
claims-left = { $count } more wait for confirmation.
claims-none = Nothing waits for your confirmation.
claim-ask-reason = Please type why it is returned. Type “hủy” to cancel.
claim-confirmed = Confirmed as done: { $number }  { $title }.
claim-returned = Returned { $number }  { $title }; the unit will hear the reason.
notice-claim-confirmed = Task { $number }  { $title } was confirmed as done on { DATE($completed) }.
notice-claim-returned = Task { $number }  { $title } was returned: “{ $reason }”. Please complete it and report again.

choice-correct = Correct
choice-withdraw = Withdraw
choice-withdraw-number = Withdraw { $number }
choice-confirm = Confirm
choice-return = Return
choice-yes = Yes
choice-no = No
notice-claims-waiting = A unit says that a task is done and waits for your confirmation. Type “duyệt” to see it.
choice-decide = Decide
choice-which = It is not clear which one you mean. Please choose one of these.
several-skipped = Number { $number } stands in several catalogues and was not recorded; please write it alone.
echo-ask-date-by-number = Task { $number } is overdue: on which day was it done? Type, for example: { $number } done on 20/3
note-mistaken = If what was just recorded is a mistake: type “thu hồi” to take it back, or “sửa” and the right words.
note-which-withdraw = Which note is to be withdrawn?
choice-verbatim = { $text }
edit-nothing-changed = What was recorded from this message has not changed.
edit-kept = What was recorded from this message on { $numbers } still stands. If it is wrong, type “withdraw” and its number, for example: withdraw { $number }
