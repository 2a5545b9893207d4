# Sentences that sending adds by itself; they belong to no dialogue.

choices-hint = Type a number to choose.
