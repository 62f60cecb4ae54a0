"""Who may read and decide: accounts, roles, sessions, tokens of programs, and their log, beside the ledger."""

from rashomon.web.accounts.accounts import Accounts, WrongPassword
from rashomon.web.accounts.limiting import TooManyTries
from rashomon.web.accounts.log import Happened, Logged
from rashomon.web.accounts.people import Person
from rashomon.web.accounts.sessions import Session
from rashomon.web.accounts.tokens import NewToken, Token
from rashomon.web.roles import Role

__all__ = [
    "Accounts",
    "Happened",
    "Logged",
    "NewToken",
    "Person",
    "Role",
    "Session",
    "Token",
    "TooManyTries",
    "WrongPassword",
]
