"""The claims matrix, on the small ledger made by hand."""

from rashomon.ledger import Ledger
from rashomon.records import Stance
from rashomon.views import Standing, claim_words, matrix


def test_every_claim_stands_in_the_row_of_its_origin(small_ledger: Ledger) -> None:
    for found in small_ledger.each_incident():
        made = matrix(found)
        rows = {row.origin: row for row in made.rows}
        abouts = [question.about for question in made.questions]
        for account in found.accounts:
            for voiced in account.voiced:
                cell = rows[voiced.origin].cells[abouts.index(account.about)]
                assert claim_words(voiced.claim) in {claim_words(saying.claim) for saying in cell}


def test_a_figure_agrees_with_the_best_only_where_it_holds_it(small_ledger: Ledger) -> None:
    seen = set()
    for found in small_ledger.each_incident():
        made = matrix(found)
        for row in made.rows:
            for question, cell in zip(made.questions, row.cells, strict=True):
                for saying in cell:
                    seen.add(saying.standing)
                    claim, toll = saying.claim, question.toll
                    if toll is None or toll.best is None or claim.part or claim.stance is not Stance.ASSERTS:
                        continue
                    holds = (claim.low or 0) <= toll.best and (claim.high is None or toll.best <= claim.high)
                    assert (saying.standing is Standing.AGREES) is holds
    assert Standing.AGREES in seen
