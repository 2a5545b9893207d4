# The morning's reminders: one message a person. Number, short title and due date only.
#
# $role and $when are words of terms.ftl; $due is a date; $items a list of task numbers; $count a number.

nudge-greeting = For the attention of the { $role }
nudge-greeting-unit = For the attention of the { $role } · { $unit }

## Rounds

nudge-round-today = Today, { DAY($due) }, is the last day for report { $label }. Your unit has { $count } { $count ->
    [one] item
   *[other] items
} without an answer: { $items }.
nudge-round-soon = Report { $label }: no later than { DAY($due) }, { $when }. Your unit has { $count } { $count ->
    [one] item
   *[other] items
} without an answer: { $items }.
nudge-round-late = Report { $label } was due { DAY($due) }, { $when }. Your unit has { $count } { $count ->
    [one] item
   *[other] items
} without an answer: { $items }.
nudge-round-of-unit = Report { $label }: due { DAY($due) }, { $when }, { $count } { $count ->
    [one] item
   *[other] items
} missing
nudge-other-items = and { $count } more

## Tasks

nudge-overdue-heading = OVERDUE
nudge-due-heading = DUE SOON
nudge-task = { $number }  { $title } · due { DAY($due) }, { $when }
nudge-unacknowledged = Your unit has { $count } { $count ->
    [one] task
   *[other] tasks
} under document { $document } that nobody has acknowledged: { $items }.

## For the consolidator and the leader

nudge-late-unit-heading = { $unit } is late:
nudge-late-units = — late: { $units }
nudge-round-of-units = Report { $label }: due { DAY($due) }, { $when }
nudge-missing-units = — not complete: { $units }
nudge-unit-missing = { $unit } ({ $count } left)

## At the end

nudge-and-more = and { $count } more, type “nhiệm vụ” to see them
nudge-how-to-answer = Type the number and what was done; when there is nothing new: “{ $number } không phát sinh”.
nudge-how-to-acknowledge = To say that a task was received: “{ $number } đã nhận”.
nudge-how-to-see = Type “nhiệm vụ” to see how things stand.
nudge-open-list = Show tasks

## Rehearsal (the command rehearse)

nudge-subject-assignment = assignment
rung-before = { $days ->
    [one] 1 working day before the aim day
   *[other] { $days } working days before the aim day
}
rung-last-day = the aim day
rung-after = { $days ->
    [one] 1 working day late
   *[other] { $days } working days late
}
rung-repeated = { $days ->
    [one] 1 working day late, repeated { $week }
   *[other] { $days } working days late, repeated { $week }
}
rung-at-start = overdue when the office began
rung-unacknowledged = not acknowledged

## Commands of the operator

cli-summary-rehearse = Lists every reminder of a period without sending any.
cli-summary-tick = Plans and sends every reminder as of an instant, once.
cli-option-from = first day, such as 2026-09-01
cli-option-to = last day, such as 2026-09-30
cli-option-at = instant with its offset, such as 2026-09-14T07:30:00+07:00

cli-rehearsed = { $time } { DAY($date) } · { $who } · { $unit } · { $subject } · { $rung }
cli-rehearsed-nobody = { $role } (nobody linked)
cli-rehearsed-total = { $count } reminders in { $digests } messages.
cli-instant-wrong = Not an instant. Write it with its offset, for example 2026-09-14T07:30:00+07:00.
cli-tick = Planned { $queued } reminders, skipped { $skipped }, took back { $withdrawn }.
cli-tick-delivered = Sent { $sent } messages, { $waiting } waiting, { $failed } failed.
cli-tick-delivered-elsewhere = Another process is delivering; it will send what was planned.
