"""Ingest: each kind of input, and each kind of bad input, on its own line, while the rest goes on."""

import io
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.ingest import Ingested, Rejection, Trouble, ingest
from rashomon.ingest.decode import LONGEST_REPORT

BODY = (
    "Four people were killed when shells struck the ferry landing at Malakal on Monday, a hospital worker said. "
    "The army said that nobody was hurt and that its units had not fired."
)
PAGE = f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferry landing shelled | Northern Dispatch</title>
<link rel="canonical" href="https://www.northern-dispatch.example/ferry/?utm_source=mail">
<meta property="og:site_name" content="Northern Dispatch">
<meta property="article:published_time" content="2024-05-14T08:00:00+02:00"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Ferry landing shelled</h1>
<p>{BODY}</p><p>It was the third attack on the town in a week.</p></article><footer>All rights</footer></body></html>"""


def outcomes(path: Path | str, today: date | None = None, published: date | None = None) -> list[Ingested | Rejection]:
    return list(ingest([path], today=today, published=published))


def one(path: Path | str, today: date | None = None, published: date | None = None) -> Ingested:
    (found,) = outcomes(path, today, published)
    assert isinstance(found, Ingested), found
    return found


def troubles(found: Sequence[Ingested | Rejection]) -> list[Trouble]:
    return [outcome.trouble for outcome in found if isinstance(outcome, Rejection)]


def test_a_text_with_a_header_becomes_a_report_with_its_title_on_top(tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(f"Title: Ferry landing shelled\noutlet: Northern Dispatch\npublished: 14 May 2024\n\n{BODY}\n")
    found = one(path)
    assert found.report.text == f"Ferry landing shelled\n\n{BODY}"
    assert (found.report.title, found.report.outlet) == ("Ferry landing shelled", "Northern Dispatch")
    assert found.report.published == date(2024, 5, 14)
    assert found.notes == ()


def test_a_text_without_a_header_is_read_untitled_and_undated(tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(BODY)
    found = one(path)
    assert found.report.text == BODY
    assert (found.report.title, found.report.published) == (None, None)
    assert [note.trouble for note in found.notes] == [Trouble.NO_TITLE, Trouble.NO_DATE]
    assert one(path, published=date(2024, 5, 14)).report.published == date(2024, 5, 14)


def test_a_colon_in_the_first_line_of_a_text_makes_no_header(tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(f"Malakal: four dead\n{BODY}")
    assert one(path).report.text.startswith("Malakal: four dead\n")


@pytest.mark.parametrize("wrapped", [True, False])
def test_desk_lines_are_taken_as_they_stand(tmp_path: Path, wrapped: bool) -> None:
    report = {"id": "d-1", "title": "Ferry", "published": "2024-05-14", "text": f"NEWS SITE\n\n{BODY}\u00a0"}
    path = tmp_path / "desk.jsonl"
    path.write_text("\n" + json.dumps({"report": report, "mentions": []} if wrapped else report) + "\n\n")
    found = one(path)
    assert (found.report.id, found.report.text) == ("d-1", report["text"])
    assert str(found.source) == f"{path}:2"


def test_a_crawlers_article_gets_its_title_and_day(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    article = {
        "title": "Ferry landing shelled",
        "maintext": BODY,
        "date_publish": "2024-05-14 06:12:00",
        "date_download": "2024-06-01 00:00:00",
        "url": "https://www.northern-dispatch.example/ferry?utm_medium=x",
        "source_domain": "northern-dispatch.example",
        "language": "en",
        "authors": [],
    }
    path.write_text(json.dumps(article, indent=1))
    found = one(path)
    assert found.report.text == f"Ferry landing shelled\n\n{BODY}"
    assert found.report.outlet == "northern-dispatch.example"
    assert found.report.published == date(2024, 5, 14)
    doubled = {**article, "maintext": f"FERRY LANDING SHELLED\n{BODY}"}
    path.write_text(json.dumps(doubled))
    assert one(path).report.text == doubled["maintext"]


def test_a_list_of_articles_is_read_item_by_item(tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    path.write_text(json.dumps([{"text": BODY}, 7, {"title": "no words"}]))
    found = outcomes(path)
    assert isinstance(found[0], Ingested)
    assert [str(outcome.source) for outcome in found] == [f"{path}[{n}]" for n in (1, 2, 3)]
    assert troubles(found) == [Trouble.MALFORMED, Trouble.NO_TEXT]


def test_a_saved_page_keeps_its_paragraphs_and_loses_its_furniture(tmp_path: Path) -> None:
    path = tmp_path / "ferry.html"
    path.write_text(PAGE)
    report = one(path).report
    assert report.text == f"Ferry landing shelled\n\n{BODY}\n\nIt was the third attack on the town in a week."
    assert (report.title, report.outlet) == ("Ferry landing shelled", "Northern Dispatch")
    assert report.published == date(2024, 5, 14)
    assert report.url is not None
    assert report.url.startswith("https://www.northern-dispatch.example/ferry")


def test_the_same_page_crawled_and_saved_has_one_id(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "b.json").write_text(
        json.dumps({"maintext": BODY, "url": "http://northern-dispatch.example/ferry#comments"})
    )
    first, second = outcomes(tmp_path)
    assert isinstance(first, Ingested)
    assert isinstance(second, Ingested)
    assert first.report.id == second.report.id
    assert [note.trouble for note in second.notes][-1:] == [Trouble.REVISION]


BAD: list[tuple[str, bytes, Trouble]] = [
    ("empty.txt", b"", Trouble.EMPTY),
    ("blank.txt", b" \n\t\n", Trouble.EMPTY),
    ("empty.jsonl", b"\n\n", Trouble.EMPTY),
    ("header-only.txt", b"title: Four killed\npublished: 2024-05-14\n", Trouble.NO_TEXT),
    ("pdf.txt", b"%PDF-1.7\n...", Trouble.BINARY),
    ("no-words.txt", b"--- 12:30 ---", Trouble.NO_TEXT),
    ("marked.txt", b"\xff\xfe" + b"\x00\xd8" * 9, Trouble.BINARY),
    ("random.txt", bytes(range(256)) * 40, Trouble.BINARY),
    ("cut.json", b'{"title": "Four killed", "maintext": "Four peo', Trouble.TRUNCATED),
    ("cut.jsonl", b'{"id": "a", "text": "Four', Trouble.TRUNCATED),
    ("wrong.json", b"{'text': 'Four killed'}", Trouble.MALFORMED),
    ("deep.json", b"[" * 100_000, Trouble.MALFORMED),
    ("digits.json", b'{"text": ' + b"9" * 10_000 + b"}", Trouble.MALFORMED),
    ("number.json", b'{"text": ["Four", "killed"]}', Trouble.MALFORMED),
    ("no-text.json", b'{"title": "Four killed"}', Trouble.NO_TEXT),
    ("empty.html", b"<html><body><script>1</script></body></html>", Trouble.NO_TEXT),
    ("long.txt", b"word " * (LONGEST_REPORT // 5 + 1), Trouble.TOO_LONG),
]


@pytest.mark.parametrize(("name", "data", "trouble"), BAD, ids=[name for name, _, _ in BAD])
def test_bad_input_is_named_with_its_source_and_what_to_do(
    tmp_path: Path, name: str, data: bytes, trouble: Trouble
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(BODY)
    found = list(ingest([tmp_path / "a", tmp_path / "good.txt"]))
    assert isinstance(found[0], Rejection)
    assert isinstance(found[1], Ingested), "the rest of the run goes on"
    assert found[0].trouble is trouble
    assert found[0].source.path == str(tmp_path / "a" / name)
    assert len(str(found[0]).splitlines()) == 1
    assert not found[0].harmless


def test_a_line_of_fifty_megabytes_is_passed_over_and_the_next_line_read(tmp_path: Path) -> None:
    path = tmp_path / "big.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "')
        for _ in range(50):
            file.write(b"x" * 1_000_000)
        file.write(b'"}\n' + json.dumps({"text": BODY}).encode() + b"\n")
    big, good = outcomes(path)
    assert isinstance(big, Rejection)
    assert big.trouble is Trouble.TOO_LONG
    assert "10 MB" in big.sentence
    assert isinstance(good, Ingested)
    assert good.source.line == 2


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    found = list(ingest([tmp_path / "gone.txt", tmp_path / "empty", "bad\0name.txt", "-"]))
    assert troubles(found) == [Trouble.UNREADABLE, Trouble.EMPTY, Trouble.UNREADABLE, Trouble.UNREADABLE]


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8-sig", ""), ("utf-16", ""), ("utf-16-le", ""), ("cp1252", ""), ("utf-8", "\r\n"), ("utf-8", "\r")],
)
def test_text_is_the_same_in_every_encoding(tmp_path: Path, encoding: str, mark: str) -> None:
    text = f"Four “people” were killed in Malakal – a café owner said.\n{BODY}"
    path = tmp_path / "a.txt"
    path.write_bytes(text.replace("\n", mark or "\n").encode(encoding))
    assert one(path).report.text == text


@pytest.mark.parametrize("name", ["a.jsonl", "a"])
def test_lines_in_utf_16_are_lines(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes("".join(json.dumps({"text": f"{n} {BODY}"}) + "\n" for n in range(2)).encode("utf-16"))
    found = outcomes(path)
    assert [str(outcome.source) for outcome in found] == [f"{path}:1", f"{path}:2"]
    assert all(isinstance(one, Ingested) and one.notes[0].trouble is Trouble.DECODED for one in found)


def test_a_page_is_read_in_the_encoding_it_declares(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    said = "Жители said that four people were killed in the town on Monday when shells fell on the market square."
    path.write_bytes(f'<html><head><meta charset="koi8-r"></head><body><p>{said}</p></body></html>'.encode("koi8-r"))
    found = one(path)
    assert found.report.text == said
    assert Trouble.DECODED in [note.trouble for note in found.notes]


def test_nul_and_lone_surrogates_are_cleaned_and_told(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"id": "a", "title": "x", "published": "2024-05-14", "text": "ki\\u0000lled \\ud83d four \\ud83d\\ude00"}'
    )
    found = one(path)
    assert found.report.text == "killed \ufffd four \U0001f600"
    assert [note.trouble for note in found.notes] == [Trouble.CLEANED]


@pytest.mark.parametrize(
    ("stated", "trouble"),
    [("2024-02-30", Trouble.BAD_DATE), ("0001-01-01", Trouble.BAD_DATE), ("2031-01-01", Trouble.FUTURE_DATE)],
)
def test_a_day_that_cannot_be_is_not_believed(tmp_path: Path, stated: str, trouble: Trouble) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"title: Four killed\npublished: {stated}\n\n{BODY}")
    found = one(path, today=date(2026, 11, 21))
    assert found.report.published is None
    assert [note.trouble for note in found.notes] == [trouble]
    assert stated in found.notes[0].sentence
    assert not found.notes[0].harmless


def test_another_language_is_refused_and_names_do_not_make_one(tmp_path: Path) -> None:
    french = "Quatre personnes ont été tuées lundi à Malakal par des tirs d'artillerie, selon une source médicale. " * 3
    names = "Tal Abyad, Ras al-Ain, Ain Issa and Deir ez-Zor: four were killed in Tal Abyad, a source said. " * 3
    (tmp_path / "a.txt").write_text(french)
    (tmp_path / "b.txt").write_text(names)
    (tmp_path / "c.json").write_text(json.dumps({"text": "Vier Tote in Malakal.", "language": "de"}))
    found = outcomes(tmp_path)
    assert [type(outcome).__name__ for outcome in found] == ["Rejection", "Ingested", "Rejection"]
    assert troubles(found) == [Trouble.LANGUAGE] * 2


def test_the_same_report_twice_is_given_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(BODY)
    first, second = outcomes(tmp_path)
    assert isinstance(first, Ingested)
    assert isinstance(second, Rejection)
    assert (second.trouble, second.harmless) == (Trouble.DUPLICATE, True)
    assert "a.txt" in second.sentence


def test_a_folder_is_read_in_order_without_hidden_files_and_pictures(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/.hidden.txt", ".git/x.txt", "b/1.txt", "a.txt", "notes.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{BODY} {name}")
    found = outcomes(tmp_path)
    names = [Path(outcome.source.path).name for outcome in found]
    assert names == ["a.txt", "notes.md", "1.txt", "2.txt"]
    assert troubles(found) == [Trouble.OTHER_KIND]


@pytest.mark.parametrize(
    ("data", "count"),
    [(BODY, 1), (PAGE, 1), (json.dumps({"text": BODY}) + "\n" + json.dumps({"text": BODY + "!"}), 2)],
)
def test_standard_input_is_known_by_its_first_line(data: str, count: int) -> None:
    found = list(ingest(["-"], io.BytesIO(data.encode())))
    assert [type(outcome) for outcome in found] == [Ingested] * count
    assert found[0].source.path == "-"


@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=400), suffix=st.sampled_from(["txt", "json", "jsonl", "html", "bin"]))
def test_no_bytes_end_the_run(tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str) -> None:
    path = tmp_path_factory.mktemp("any") / f"a.{suffix}"
    path.write_bytes(data)
    for outcome in ingest([path]):
        if isinstance(outcome, Ingested):
            assert outcome.report.text.strip()
            assert outcome.report.text.encode("utf-8")
            assert "\0" not in outcome.report.text
            assert "\r" not in outcome.report.text
        else:
            assert outcome.sentence


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=300))
def test_no_text_ends_the_run_and_ids_are_stable(text: str) -> None:
    line = json.dumps({"id": "a", "title": text, "published": text, "url": text, "text": text}).encode()
    assert list(ingest(["-"], io.BytesIO(line))) == list(ingest(["-"], io.BytesIO(line)))


PARTS = [
    *("<p>", "</p>", "<div>", "</div>", "<article>", "</article>", "<html>", "<body>", "<h1>", "</h1>", "<!--", "-->"),
    *(
        "<script>",
        "</script>",
        "&#0;",
        "&#xD800;",
        "<![CDATA[",
        "<svg>",
        '<?xml version="1.0"?>',
        "<table><tr>",
        "\x00",
    ),
    *('<link rel=canonical href="http://[">', '<meta name=date content="31/31/2024">', "Six people were killed. "),
    *('<meta property="article:published_time" content="2024-99-99">', '<meta property="og:title" content="">'),
]


@settings(max_examples=150, deadline=None)
@given(parts=st.lists(st.sampled_from(PARTS), max_size=40))
def test_no_markup_ends_the_run(tmp_path_factory: pytest.TempPathFactory, parts: list[str]) -> None:
    path = tmp_path_factory.mktemp("any") / "a.html"
    path.write_text("".join(parts))
    assert len(list(ingest([path]))) == 1


def test_a_page_that_breaks_the_date_finder_keeps_its_text(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(f"<svg><br><c><p>{BODY}</p>")  # a root that is itself to be cleaned away: an AssertionError
    assert "Four people were killed" in one(path).report.text


def test_a_page_from_the_future_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE.replace("2024-05-14", "2031-05-14"))
    assert [note.trouble for note in one(path, today=date(2026, 11, 21)).notes] == [Trouble.FUTURE_DATE]
