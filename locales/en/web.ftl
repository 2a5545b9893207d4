# The web chat's pages. Keys and arguments: see vi/web.ftl.

web-name = Đôn Đốc
web-title = Đôn Đốc - assistant for mass mobilization work
web-no-page = There is no such page
web-no-page-way = To the first page
web-purpose = The assistant that reminds of tasks and records the progress of a commune’s mass mobilization work.

## Login

web-code-label = Invitation code
web-code-hint = Enter the code from your office’s administrator, or the code for a new device from a chat that is linked already. Capitals, small letters and hyphens all work.
web-login = Open the chat
web-about-title = Before you enter
web-about-program = Đôn Đốc is a program that answers by itself, not a person. What you send is recorded for your unit, under your post.
web-about-keeps = It keeps your name, your post, what you sent and when. On this device there is only one login cookie, valid for 180 days.
web-about-leave = Once inside, type /dulieucuatoi to see what is held on you or to stop. Press “Log out” to end on this device.

## The chat

web-post = { CAP($role) }
web-no-post = No post at present
web-logout = Log out
web-thread = Conversation
web-welcome = No messages yet. Choose “Tasks” below to see your unit’s work, or type what you have to report.
web-answering = Answering…
web-from-me = You wrote:
web-from-bot = Đôn Đốc wrote:
web-picture = QR code
web-choices = Choices
web-quick = Quick commands
web-quick-tasks = Tasks
web-quick-calendar = Calendar
web-quick-help = Help
web-write = Write a message…
web-send = Send
web-attach = Attach a photo or a document
web-drop-file = Remove
web-sending = sending…
web-failed = Not sent. Please check the connection and try again.
web-again = Send again
web-copied = Copied.
web-selected = The words are selected; please copy them.
web-reconnecting = Connection lost, connecting again…

web-day = { DAY($date, cap: 1) }
web-clock = { DAY($date, cap: 1) }, { $time }

## The demonstration

web-demo = Demonstration
web-demo-who = The sample office: { $office }. Who would you like to be?
web-demo-begin = Begin here
web-demo-about = The tasks follow a published decision; the persons and their progress are made up. No message leaves this machine.
web-demo-day = One day more
web-demo-next-reminder = To the next reminder
web-demo-next-report = To the next report date
web-demo-change = Change role
web-demo-no-reminder = A month went by without a reminder for this person.
web-demo-no-report = No further report date is set.
web-moving-clock = Moving the clock…

## Personas.

web-persona-in-unit = { $unit }: { $role }
web-persona-member = { CAP($role) } (demonstration)
web-persona-begin-sees = 17 tasks to lead, 5 of them overdue, the first report due in a week with 9 items missing.
web-persona-head-sees = The unit’s own tasks, when each is due and what the first report still lacks.
web-persona-consolidator-sees = Tasks and what is overdue, unit by unit, and claims of completion that wait.
web-persona-leader-sees = The whole ward in one look; confirms the work of the consolidating unit.
web-persona-admin-sees = Sends the document that becomes the catalogue, invites people, hands posts over, assigns tasks that have no unit yet.

## Made-up progress of the demonstration: the units’ words, not the program’s.

web-sample-note-plan-done = Plan for 2026 issued on 12/02/2026, one officer put in charge.
web-sample-note-plan-late = The department’s plan was completed on 20/8/2026.
web-sample-note-asking-opinions = collecting opinions
web-sample-note-conferences = Two conferences held, going on.
web-sample-note-planning = Making the city plan known in the residential groups.
web-sample-note-staff = Following the mood of the staff; no difficulty so far.
web-sample-note-reform = In progress, 60% done.
web-sample-note-models = Two models registered, under way.
web-sample-note-democracy = In progress, everything posted at the office.
web-sample-note-friendly = Preparing the next steps.
