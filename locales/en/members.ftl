# Inviting, handing over, settings, my data.

language-vi = Tiếng Việt
language-en = English

## Choosing, asking again

choice-named = { $name }
choice-not-there = There is no such choice. Please choose from the list again.
ask-unit-hint = Please choose from the list, or type the unit’s name.
ask-name-hint = Please type the full name, for example: Nguyễn Văn A.
name-unclear = The name is not clear: please use letters, on one line, at most 100 characters.
unit-which = It is not clear which unit “{ $text }” is. Please choose, or type the full name.
choice-leave-out = Leave this name out
unit-unknown = No unit is called “{ $text }”. Please choose, or type the unit’s name again.
units-none = The office has no units yet. Please load a document or add a unit first.
post-in-unit = { $role } ({ $unit })

choice-head = Head of unit
choice-deputy = Deputy
choice-focal = Focal officer
choice-consolidator = Consolidator
choice-leader = Leader
choice-admin = Administrator

## Inviting

invite-ask-unit = From which unit is the person?
invite-ask-role = { $unit }: which post?
invite-ask-name = Who is invited as { $post }?
invite-role-unclear = The post is not clear. Please choose one of these.
invite-line-hint = There are too many parts. Please type three: unit; post; full name.

invitation-issued = The invitation code is ready
invitation-for = { $name } · { $post }
invitation-code = Code: { $code }
choice-copy-code = Copy the code
choice-copy-link = Copy the { $channel } link
invitation-until = The code works once, until { $time } on { DAY($on) }.
invitation-pass-on = Please pass the message below on to that person alone, not to a group.
invitation-dear = Dear { $name }
invitation-why = You are invited to use Đôn Đốc of { $place } as { $post }, to receive and report tasks.
invitation-ways = { $count ->
    [1] The way in:
   *[other] Please choose one of these ways:
  }
invitation-link = – open { $channel }: { $link }
invitation-handle = – in { $channel }: look for “{ $handle }” and send the code { $code }
invitation-web = – on the page { $address }, enter the code { $code }
invitation-type = Please send this code to Đôn Đốc: { $code }

## Handing over

hand-over-ask-unit = A post of which unit is handed over?
choice-leaders-and-admins = Leaders and administrators
hand-over-ask-post = { $unit }: who hands over?
hand-over-ask-post-office = Leaders and administrators: who hands over?
choice-post = { CAP($role) }
choice-post-held = { CAP($role) }: { $name }
hand-over-nobody-there = Nobody holds a post in this unit yet. Type “mời” to invite.
hand-over-ask-successor = Who takes over as { $post }?
choice-nobody-yet = Nobody yet
hand-over-confirm = Handing over the post of { $post }
hand-over-from = From: { $name }
hand-over-to = To: { $name }
hand-over-to-nobody = To: nobody yet
hand-over-what-stays = Tasks, recorded notes and reminders stay with the unit.
hand-over-chats-end = If the person leaving holds no other post, their linked chats will end.
hand-over-yes-or-no = Please answer “yes” or “no”.
choice-hand-over = Yes, hand over
handed-over = The post of { $post } was handed over, from { DAY($today) }
handed-over-unlinked = The chats of the person leaving are no longer linked.
handed-over-vacant = The post is vacant now. When somebody follows, please type “mời”.
notice-handed-over = Your post of { $post } was handed over from { DAY($today) }. Its tasks and the notes written so far stay with the unit.
notice-handed-over-unlinked = This chat is no longer linked to the office. Thank you for working with us.
notice-handed-over-remaining = You still hold: { $posts }.
handed-over-successor = Please pass this code on to { $name } alone, not to a group.

## Settings

settings-title = Your settings
settings-language = Language: { $language }
settings-digest = Hour of reminders: { $at }
settings-channel = Preferred channel: { $channel }
settings-fallback = Fallback when the preferred channel fails: { $channel }
settings-post = Used as: { $post }
setting-of-office = as the office
setting-no-channel = the channel linked last
setting-no-fallback = the other channel linked last
choice-language = Language
choice-digest-hour = Hour of reminders
choice-channel = Preferred channel
choice-fallback = Fallback channel
choice-current-post = Change post
choice-new-device = Add a device
choice-cut-off = End a link
choice-own-data = My data
choice-settings = Settings
settings-ask-language = Which language would you like?
settings-ask-digest = At what time would you like to be reminded?
settings-ask-digest-hint = Choose a time, or type one between 06:00 and 21:00, for example 07:45.
settings-hour-unclear = The time is not right.
choice-time = { $time }
choice-as-office = As the office
settings-ask-channel = Where would you like to be reminded?
choice-no-channel = The channel linked last
settings-ask-fallback = Where would you like to be reminded when the preferred channel fails?
choice-no-fallback = The other channel linked last
settings-ask-post = For which post should this chat speak?
settings-ask-cut-off = Which link is to end?
settings-ask-cut-off-hint = That place will neither show nor receive your messages any more. A new code links it again.
choice-whole-post = { CAP($post) }
choice-channel-name = { CAP($channel) }
choice-cut-chat = { CAP($channel) }, since { DATE($since) }
choice-cut-session = Browser, logged in { $at } { DATE($since) }, last used { DATE($on) }
settings-language-changed = The language was changed.
settings-digest-changed = The hour of reminders was changed.
settings-channel-changed = The preferred channel was changed.
settings-fallback-changed = The fallback channel was changed.
settings-post-changed = The post of this chat was changed.
settings-cut-off = That link has ended.
device-code = A code for your new device
device-code-own = This code opens your own data. Please do not pass it on.

## My data

own-data-title = What is held on you · { $place }
own-data-name = Name: { $name }
own-data-no-name = Name: not held
own-data-post = Post: { $post }, since { DATE($from) }
own-data-no-post = Post: none at present
own-data-chat = Linked: { $channel }, since { DATE($since) }
own-data-chat-here = Linked: { $channel }, since { DATE($since) } (this chat)
own-data-session = Logged in with a browser { $at } { DATE($since) }, last used { DATE($on) }
own-data-calendar = Private calendar address made on { DATE($since) }, last read on { DATE($on) }
own-data-calendar-unread = Private calendar address made on { DATE($since) }, no program has read it yet
own-data-settings = Settings: { $language }; hour of reminders: { $digest }; messages by: { $channel }
own-data-notes = Notes recorded from your posts: { $count }
own-data-why = Why: so that a unit’s tasks reach the right person, and it is known from which post a note came.
own-data-who-sees = Who sees it: the administrator sees name and post; the consolidating unit and the leaders see the notes.
own-data-correction = If anything is wrong, please ask the administrator of the office to correct it.
choice-leave = Leave the system
leave-ask = Would you like to leave the system?
leave-what-goes = Your name and links will be erased, and your posts end today.
leave-what-stays = Recorded notes belong to the unit and are kept, without your name.
leave-no-way-back = This cannot be undone; to come back you must be invited again.
leave-yes-or-no = Please answer “yes” or “no”.
choice-leave-now = Yes, erase my data
choice-stay = No, stay
left = Your name and links were erased. Thank you for your work.
