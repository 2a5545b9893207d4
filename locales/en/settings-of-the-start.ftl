# A wrong setting stops the program with one sentence that names it.

setting-wrong = Setting { $name } is wrong: { $problem }.
setting-database-url = it must be a PostgreSQL address such as postgres://user:password@host/database
setting-data-dir = it must be the path of a folder
setting-host = it must be an address to listen on, such as 127.0.0.1
setting-api-rate = it must be a number of requests a minute, from 1 to 1000000
setting-metrics-token = it must have 16 to 256 characters: letters, digits and . ~ + / = _ - only
setting-port = it must be a number from 0 to 65535
setting-not-url = it must be an http or https address
setting-not-bot-token = it does not look like a bot’s token
setting-not-secret = it must have 8 to 256 characters, letters, digits, “_” and “-” only
setting-not-mode = it must be polling or webhook
setting-not-rate = it must be a number from 0.1 to 30
setting-demo = it must be on or off
setting-clock = it must be an instant with its offset, such as 2026-09-07T07:00:00+07:00
setting-log-level = it must be fatal, error, warn, info, debug, trace or silent
setting-clash-clock = it cannot be set together with an official messenger
setting-clash-demo = it cannot be on together with an official messenger
setting-missing-public-url = it is needed when a messenger uses a webhook
setting-not-https = it must begin with https when a messenger uses a webhook
