# The reference page of the API (/docs). The operations themselves come from /openapi.json.
#
# Words between ` are code; a blank line separates paragraphs.

reference-title = Đôn Đốc · API reference
reference-name = API reference
reference-contents = Contents
reference-language = Tiếng Việt
reference-raw = For programs: [/openapi.json](/openapi.json) (OpenAPI 3.1)
reference-purpose = Everything that a dialogue can do, this API can do, by the same rules. Operations are described in English; refusals answer in the language of `Accept-Language`.

## Getting started

reference-start = Getting started
reference-start-words =
    The operator makes a key for another system of the office at the command line, or an administrator makes one with an `admin` key that is there. A key is shown once.

    The five commands below then build a unit, invite a person, publish a small catalogue with a reporting round, and read the reminders that will go out. Put in your own address, office code and dates; the second command keeps the unit’s `id` for the third.
reference-step-key = A key, and where to call
reference-step-office = 1. See which office the key belongs to
reference-step-unit = 2. Add a unit
reference-step-person = 3. Invite its head; the code in the answer is good for 24 hours
reference-step-catalogue = 4. Publish a catalogue with one task and one round
reference-step-forecast = 5. Read the reminders to come, and the silences
reference-start-after = While the person who was invited has linked no chat, a reminder is `unlinked`: the post would be told, and nobody hears it yet. Where nobody is told, the row says why.

## Authentication

reference-authentication = Authentication
reference-authentication-words =
    Every request carries `Authorization: Bearer …`: the key of a system, or the session of a person.

    A key has one of three scopes: `read` to look, `write` to do what posts do, `admin` to administer. It is kept hashed (an answer that shows it is kept for a day if the request carried an `Idempotency-Key`, encrypted with the key of whoever asked), can be revoked at any time, and the list of keys shows its last use.

    A person exchanges an invitation code for a session by `login`; the session may what the person’s post may.

## Posts

reference-posts = Acting in a post
reference-posts-words =
    Notes, acknowledgements and decisions on claims belong to a post. A key does them when it names the post in the header `Acting-Appointment` (the appointment’s `id`). It then may exactly what that post may, and the audit chain names both.

    The administrator’s post is open to `admin` keys alone.

## Pages

reference-pages = Lists and pages
reference-pages-words =
    A list answers `items` and `next_cursor`. Ask again with that value as `cursor` for the next page; `null` is the end. `limit` is the number of rows. A cursor is the server’s to make, and holds for the same filters only.

    Dates are calendar dates without a zone (`2026-09-14`), instants are UTC (`2026-09-14T00:30:00Z`). Search needs no diacritics.

## Errors

reference-refusals = Errors
reference-refusals-words =
    Under `/api/v1`, whatever does not succeed answers `application/problem+json` (RFC 9457): `code` for programs, `detail` for people, `request_id` for whoever reads the server’s log. With `request_invalid`, `errors` names each place: `in` is `path`, `query`, `body` or a header, `path` the field, `detail` a sentence, `code` one of those below; with `not_allowed_value`, `allowed` lists what may stand there.

    A method that a path does not take is `405` with `Allow`; browsers of other places are not let in (no CORS). What a stranger’s program meets most: `post_required` means that the header `Acting-Appointment` is missing.

    A request that was refused has changed nothing.
reference-code = Code
reference-status = Status
reference-sentence = Sentence

## Revisions, repetition, limits

reference-revisions = Revisions
reference-revisions-words =
    A read answers with an `ETag`. Sent back in `If-None-Match`, it is answered with `304` while nothing has changed.

    Send what you read in `If-Match` with a change: if somebody else was quicker, it is refused with `409` and `revision_conflict`. An operation without revisions refuses the header.
reference-idempotency = Idempotency
reference-idempotency-words =
    Give a write an `Idempotency-Key` of your own, one for each deed. After a lost connection send the same request with the same key: it is done once, and answered as before with `Idempotency-Replayed: true`. A key is remembered for a day; with another request it is refused.
reference-limits = Limits
reference-limits-words =
    Each key or session has { $perMinute } requests a minute, whoever shows neither { $openly } for each address; the headers `RateLimit-Limit`, `RateLimit-Remaining` and `RateLimit-Reset` tell how many are left and when the count begins anew. Beyond that the answer is `429` with `Retry-After`. { $tries } wrong codes at `login` lock their address for { $minutes } minutes, for everybody behind it.

    A JSON body has at most { $json } MB; a file what its operation says. A page has at most { $page } rows.

## Roles, what stays

reference-roles = Roles
reference-roles-words =
    A post has one role. `head`, `deputy` and `focal` belong to a unit: they see its tasks and write its notes. `consolidator` gathers the reports of all units and decides on claims; without a unit of its own it works in the consolidating unit, which the first catalogue names, so before that the unit has to be given. `leader` stands beside the units, sees everything and decides on claims. `admin` keeps the office: people, units, catalogues, rounds, keys.

    The table is that by which the server decides; a key in nobody’s post has the rows at the end.
reference-roles-key = a key of this scope, in nobody’s post
reference-lasting = What cannot be taken back
reference-lasting-words =
    What was published stays: a catalogue cannot be deleted or withdrawn, nor can a unit or a group. A mistake in a catalogue is mended by the next version (`load-catalogue` with `amends`), a name by changing it. Try with a draft (`import-document`), or in an office of its own (`create-organization`). Notes are withdrawn, never erased. A round that was closed is not opened again.

## Outwards

reference-webhooks = Webhooks
reference-webhooks-words =
    An address subscribed under `/subscriptions` hears of each new link of the audit chain: what was done, in which post, when; ids and dates, no names and no words. Messages are signed by Standard Webhooks, tried again with growing pauses, and logged. One may come twice, and not in order: keep `webhook-id`. In `details` fields have the names that the API gives them; what else stands there follows the action.

    These are the actions. A trial has the type `trial`. A name that is not among them is refused.
reference-feeds = Calendar feeds
reference-feeds-words =
    A member and a unit can have a private `.ics` address under `/feed/` for a calendar on the phone: due dates and report dates, with alarms. A date that changes moves its entry. Whoever has the address sees the calendar, so keep it private; it can be revoked.

## Operations

reference-operations = Operations
reference-scope = Key scope
reference-scope-open = no key
reference-parameters = Parameters
reference-in-path = path
reference-in-query = query
reference-in-header = header
reference-body = Body
reference-example = Example
reference-answers = Answers
reference-alternative = One of: alternative { $at } of { $of }
reference-required = required
reference-nothing = nothing
reference-file = a file
