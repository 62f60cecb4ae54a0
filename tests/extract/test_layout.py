"""What each paragraph is on the page."""

import pytest

from rashomon.extract.layout import layouts
from rashomon.records import Layout


def layout_of(line: str, title: str | None = "Some title") -> Layout:
    """The layout of a line that follows a sentence of the body."""
    text = f"A sentence of the body.\n{line}"
    return layouts(text, [(0, 23), (24, len(text))], title)[1].layout


@pytest.mark.parametrize(
    ("line", "layout"),
    [
        ("Share it...", Layout.FURNITURE),
        ("Your email address will not be published. Required fields are marked *", Layout.FURNITURE),
        ("Editing by A. Name", Layout.FURNITURE),
        ("Related Articles", Layout.FURNITURE),
        ("Updated: 12 May 2024", Layout.FURNITURE),
        ("Update 1800 EST: Police now say that seven people died in the blast at the market.", Layout.BODY),
        ("CORRECTION: An earlier version gave a wrong toll.", Layout.CORRECTION),
        ("This article was amended on 3 May.", Layout.CORRECTION),
        ("[Photo: The burnt jetty at Rundu]", Layout.CAPTION),
        ("A soldier stands guard in Naryn (File)", Layout.CAPTION),
        ("Gunmen shot at a bus.", Layout.BODY),
    ],
)
def test_a_line_is_told_by_how_it_opens_or_ends(line: str, layout: Layout) -> None:
    assert layout_of(line) is layout


def test_headings_before_the_body_are_title_and_subtitles() -> None:
    text = "Blast in Naryn\nTwo hurt\nA bomb went off."
    found = layouts(text, [(0, 14), (15, 23), (24, len(text))], "Blast in Naryn")
    assert [p.layout for p in found] == [Layout.TITLE, Layout.SUBTITLE, Layout.BODY]


def test_a_first_line_without_a_full_stop_is_the_title_where_none_is_given() -> None:
    text = "Blast in Naryn\nA bomb went off."
    assert [p.layout for p in layouts(text, [(0, 14), (15, len(text))], None)] == [Layout.TITLE, Layout.BODY]


def test_a_paragraph_above_a_photographers_line_is_a_caption() -> None:
    text = "A man looks at the crater.\nAna Perez,AP\nA bomb went off."
    found = layouts(text, [(0, 26), (27, 39), (40, len(text))], None)
    assert [p.layout for p in found] == [Layout.CAPTION, Layout.FURNITURE, Layout.BODY]
