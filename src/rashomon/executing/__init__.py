"""Where reports are read: in this process, in a pool of processes, or on Ray; the same readings from each.

Invariant: outcomes come in the order of the reports, and every report has exactly one.
"""

from rashomon.executing.executor import Executor, Outcome, Stages, in_process
from rashomon.executing.on_ray import on_ray
from rashomon.executing.pool import pool

__all__ = ["Executor", "Outcome", "Stages", "in_process", "on_ray", "pool"]
