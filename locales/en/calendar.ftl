# The calendar for programs on telephones and computers. place: the office or a unit

calendar-name = Đôn Đốc · { $place }
calendar-task = { $number }  { $title }
calendar-round = Report { $label }: last day
calendar-due = Last day in time: { DAY($due) }
calendar-aim = Last working day in time: { DAY($aim) }

calendar-feed-hint = To see these days in your calendar program, type “phone calendar”.
calendar-feed-made = Your private calendar address:
calendar-feed-address = { $address }
calendar-feed-how = In your calendar program (Google Calendar, the iPhone’s Calendar, Outlook) choose to add a calendar from a URL and paste this address. Due dates and report dates will keep themselves up to date.
calendar-feed-secret = Whoever has this address can read the calendar; please keep it to yourself. If it gets out, revoke it and make another.
calendar-feed-revoke-hint = Type “revoke calendar address” when you no longer use it.
calendar-feeds-title = You have { $count } calendar addresses
calendar-feed-unread = Made on { DATE($on) }, no program has read it yet
calendar-feed-read = Made on { DATE($on) }, last read on { DATE($read) }
calendar-feed-revoked = The calendar address was revoked. A program that uses it gets no more news.

choice-calendar-feed = Phone calendar
choice-calendar-feed-new = Make a new calendar address
choice-calendar-feed-revoke = Revoke calendar address
choice-calendar-feed-revoke-of = Revoke the address made on { DATE($on) }
