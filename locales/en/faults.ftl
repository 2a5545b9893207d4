# How a part of a request is wrong: one message for each code of api/shared/fault.ts.

fault-missing = This is missing.
fault-type = This has to be of another type: { $type }.
fault-format = This does not have the form that is asked for: { $form }.
fault-not-a-date = This is not a day of the calendar. Write it as YYYY-MM-DD, for example 2026-09-14.
fault-date-out-of-years = This day is too far away: papers of an office name days of the years 1900 to 2199.
fault-not-a-time = This is not a time of day. Write it as HH:MM, for example 07:30.
fault-too-short = This is too short: at least { $min }.
fault-too-long = This is too long: at most { $max }.
fault-too-small = This is too small: at least { $min }.
fault-too-large = This is too large: at most { $max }.
fault-not-allowed-value = This value is not among those allowed: { $values }.
fault-unknown-field = There is no such field here.
fault-repeated = This stands more than once.
fault-no-alternative = This fits none of the alternatives, or several at once: send exactly one of them.
fault-not-text = This holds a character that is no text (a null, or half of a pair), which cannot be kept.
fault-not-json = The body is not JSON.
fault-rule = What was sent does not go together. The operation’s description says what fits.
