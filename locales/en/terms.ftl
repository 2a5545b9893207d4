# Words shared by all sentences. Lower-case first; at the start of a line the sentence uses CAP($name).

## Roles

role-head = head of unit
role-deputy = deputy head of unit
role-focal = focal officer
role-consolidator = consolidator
role-leader = leader of the People’s Committee
role-admin = administrator

## Kinds of unit

unit-kind-department = department
unit-kind-service-unit = service unit
unit-kind-armed-force = armed force
unit-kind-residential-group = residential group
unit-kind-front = Fatherland Front
unit-kind-party = Party body
unit-kind-mass-organization = mass organization
unit-kind-other = other unit

## Status of a task

status-done = done
status-done-on-time = done on time
status-done-late = done late
status-open-in-time = in progress, in time
status-open-overdue = in progress, overdue
status-no-due-date = no due date

overlay-unacknowledged = not acknowledged
overlay-due-soon = due soon
overlay-difficulty = has a difficulty
overlay-adjustment = adjustment requested
overlay-returned = returned
overlay-claimed = completion to be confirmed

## What a note says

note-state-completed = completed
note-state-in-progress = in progress
note-state-not-started = not started
note-state-nothing-new = nothing to report
note-state-no-change = no change

## Kinds of document

document-kind-decision = decision
document-kind-plan = plan
document-kind-programme = programme
document-kind-other = document

## Channels

channel-name = { $channel ->
    [web] web chat
   *[other] { CAP($channel) }
}

## Working days left ($days from 0 up) and past ($days from 1 up)

days-left = { $days ->
    [0] today is the last day
    [one] { $days } working day left
   *[other] { $days } working days left
}
days-late = { $days ->
    [one] { $days } working day late
   *[other] { $days } working days late
}

## Dates: DAY, SHORTDAY, DATE, MONTH of translate.ts. $day, $month are numbers; $weekday, $year are text.

weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun

month-name = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}

date-day = { $weekday } { date-date }
date-shortday = { $weekday } { $day } { month-name }
date-date = { $day } { month-name } { $year }
date-month = { month-name } { $year }
