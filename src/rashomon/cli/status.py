"""What the exit status of `rashomon` says."""

PASSED_OVER = 1  # done, and some of the input was not used: each is named on standard error
USAGE = 2  # the command cannot be understood, or nothing that it was given can be used
UNREACHABLE = 3  # something that is needed is not installed, or a ledger cannot be opened or written now
DAMAGED = 4  # the ledger does not fit its own hashes
INTERRUPTED = 130
