"""The incidents as they stand: after any changes they are what `link` makes from scratch."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.drawn import FULLEST, tellings

from rashomon.link import Linker, Standing
from rashomon.records import Incident, Judgement, Mention, Report, Verdict


class Run:
    """A Standing beside what it was told, and the incidents as its changes leave them."""

    def __init__(self) -> None:
        self.standing = Standing(linker=Linker(fullest=FULLEST))
        self.mentions: dict[str, Mention] = {}
        self.reports: dict[str, Report] = {}
        self.judgements: list[Judgement] = []
        self.kept: dict[str, Incident] = {}

    def change(self, come: list[tuple[Mention, Report]], removed: set[str]) -> None:
        """Tells the standing, and follows what it says has changed."""
        for report in removed:
            self.reports.pop(report, None)
        self.mentions = {key: one for key, one in self.mentions.items() if one.report not in removed}
        self.reports.update((report.id, report) for _, report in come)
        self.mentions.update((mention.id, mention) for mention, _ in come)
        changed = self.standing.change([mention for mention, _ in come], self.reports, self.judgements, removed)
        for gone in changed.removed:
            del self.kept[gone]
        self.kept.update((incident.id, incident) for incident in self.standing.explained(changed.incidents))

    def judge(self, one: int, two: int, verdict: Verdict | None) -> None:
        """Judges two mentions, where there are two."""
        ids = sorted(self.mentions)
        left, right = sorted((ids[one % len(ids)], ids[two % len(ids)])) if ids else ("", "")
        if left != right:
            at = datetime(2024, 5, 1, tzinfo=UTC) + timedelta(minutes=len(self.judgements))
            self.judgements.append(Judgement(left, right, verdict, "analyst", at, "drawn"))
            self.change([], set())

    def from_scratch(self) -> dict[str, Incident]:
        """What one Linker makes of the same."""
        linker = Linker(fullest=FULLEST)
        linker.add(self.mentions.values(), self.reports)
        return {incident.id: incident for incident in linker.incidents(self.judgements)}


STEPS = st.lists(
    st.tuples(
        st.sampled_from(("come", "come", "go", "judge", "judge")),
        st.lists(tellings(), min_size=1, max_size=5),
        st.integers(0, 30),
        st.integers(0, 30),
        st.none() | st.sampled_from(Verdict),
    ),
    max_size=12,
)


@settings(max_examples=300, deadline=None)
@given(STEPS)
def test_after_any_changes_the_incidents_are_those_from_scratch(
    steps: list[tuple[str, list[tuple[Mention, Report]], int, int, Verdict | None]],
) -> None:
    """Reports come, are read anew in other words, and are withdrawn; pairs are judged, judged anew and undone."""
    run = Run()
    for what, told, one, two, verdict in steps:
        if what == "judge":
            run.judge(one, two, verdict)
        elif what == "go":
            run.change([], {report.id for _, report in told})
        else:
            come = {report.id: (mention, report) for mention, report in told}
            run.change(list(come.values()), set(come))
        assert run.kept == run.from_scratch()
        assert len(run.standing) == len(run.kept)
        assert all(run.standing.home(m) == i.id for i in run.kept.values() for m in i.mentions)


def test_a_judged_pair_that_nothing_compares_goes_with_its_mention() -> None:
    """The other incident no longer shows it as near."""
    from tests.link.test_link import FIRST, ONE, THIRD, THREE, judgement

    reports = {FIRST.id: FIRST, THIRD.id: THIRD}
    standing = Standing()
    kept = judgement(ONE, THREE, Verdict.UNSURE)
    standing.change([ONE, THREE], reports, [kept])
    assert [len(incident.near) for incident in standing.explained()] == [1, 1]
    changed = standing.change([], reports, [kept], {THIRD.id})
    assert [incident.near for incident in standing.explained(changed.incidents)] == [()]
