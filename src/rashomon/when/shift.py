"""Times counted from a happening told before."""

from rashomon.records import Interval, TimeExpression
from rashomon.when.calendar import shifted_by


def shifted(expression: TimeExpression, event: Interval) -> Interval:
    """The days that an expression counted from `event` means; the event's own days where it has no shift.

    "Hours later" has the shift (0, 1): counted from 25 August it is 25 to 26 August.
    """
    if expression.shift is None:
        return expression.interval or event
    return shifted_by(event, *expression.shift)
