"""How often somebody may try to sign in.

A try is counted before the password is looked at, under the name and under the address, in one transaction: many at
once do not get more. It is taken back where the password was right.
"""

from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address

from sqlalchemy import Connection, delete, func, insert, select

from rashomon.errors import BadInput
from rashomon.web.accounts import tables

WINDOW = timedelta(minutes=15)
TRIES_OF_A_NAME = 10  # 960 a day for one account, from wherever: hopeless against a password of 12 characters
TRIES_OF_AN_ADDRESS = 30  # an office behind one address mistypes now and then
_A_NETWORK = 64  # bits of an IPv6 address that one subscriber has


class TooManyTries(BadInput):
    """Too many wrong passwords. seconds: until the next try is looked at."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        minutes = -(-seconds // 60)
        super().__init__(
            f"too many tries to sign in: wait {minutes} minute{'' if minutes == 1 else 's'} and try again, "
            "or ask an admin for a new password"
        )


def count(connection: Connection, folded: str, address: str, now: datetime) -> None:
    """Count one try; raises TooManyTries, and counts nothing, where there were too many."""
    columns = tables.attempt.c
    connection.execute(delete(tables.attempt).where(columns.at <= now - WINDOW))
    both = ((_of_name(folded), TRIES_OF_A_NAME), (_of_address(address), TRIES_OF_AN_ADDRESS))
    for counted, most in both:
        tries, oldest = connection.execute(
            select(func.count(), func.min(columns.at, type_=tables.Moment)).where(columns.counted == counted)
        ).one()
        if tries >= most:
            raise TooManyTries(max(1, int((oldest + WINDOW - now).total_seconds())))
    connection.execute(insert(tables.attempt), [{"counted": counted, "at": now} for counted, _ in both])


def forget(connection: Connection, folded: str, address: str, now: datetime) -> None:
    """Take back what was counted for a name, and this one try of its address."""
    columns = tables.attempt.c
    connection.execute(delete(tables.attempt).where(columns.counted == _of_name(folded)))
    mine = select(func.max(columns.number)).where(columns.counted == _of_address(address), columns.at == now)
    connection.execute(delete(tables.attempt).where(columns.number == mine.scalar_subquery()))


def _of_name(folded: str) -> str:
    return f"name {folded}"


def _of_address(address: str) -> str:
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return f"address {address}"
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped is not None:
        parsed = parsed.ipv4_mapped
    elif isinstance(parsed, IPv6Address):
        parsed = IPv6Address(int(parsed) >> (128 - _A_NETWORK) << (128 - _A_NETWORK))
    return f"address {parsed}"
