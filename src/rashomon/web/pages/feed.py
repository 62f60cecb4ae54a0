"""Atom feeds (RFC 4287) of any filter: one entry an incident, updated by the newest entry of the ledger on it.

The words of sources stand in it as text; what is HTML is made here and cleaned besides.
"""

import html
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

import nh3
from fastapi import APIRouter, Request, Response

from rashomon import __version__
from rashomon.records import Reconciled
from rashomon.views import account_words, figures_words, short_type
from rashomon.views.news import News, news
from rashomon.web.filters import Filter
from rashomon.web.render import days_of, place_words
from rashomon.web.tags import VARY, refuse_known, tag_of
from rashomon.web.visitors import FEED, room_of

router = APIRouter()
MOST = 50  # incidents in a feed
ATOM = "http://www.w3.org/2005/Atom"
_MEDIA = "application/atom+xml; charset=utf-8"
_TAGS = {"p", "ul", "li"}
# XML 1.0 has no way to write these, not even escaped.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@router.get(FEED)
def feed(request: Request) -> Response:
    """What is new among the incidents that fit the filter."""
    tag = tag_of(request)
    refuse_known(request, tag)
    asked = Filter.of(request.query_params)
    ledger = room_of(request).ledger
    found = news(ledger, asked.query, MOST)
    incidents = {each.incident.id: each for each in ledger.several_incidents([one.row.id for one in found])}
    body = _feed(_root(request), asked, [(one, incidents[one.row.id]) for one in found if one.row.id in incidents])
    return Response(body, media_type=_MEDIA, headers={"ETag": tag, "Vary": VARY})


def _root(request: Request) -> str:
    scheme = "https" if room_of(request).behind_tls else request.url.scheme
    return f"{scheme}://{request.url.netloc}"


def _feed(root: str, asked: Filter, found: Sequence[tuple[News, Reconciled]]) -> bytes:
    made = Element("feed", xmlns=ATOM)
    query = f"?{asked.query_string}" if asked.query_string else ""
    _say(made, "title", f"rashomon: {', '.join(asked.set.values()) or 'every incident'}")
    _say(made, "id", _urn(f"feed {asked.query_string}"))
    newest = max((one.entry.at for one, _ in found), default=datetime.fromtimestamp(0, UTC))
    _say(made, "updated", newest.isoformat())
    _say(SubElement(made, "author"), "name", "rashomon")
    _say(made, "generator", "rashomon", version=__version__)
    SubElement(made, "link", rel="self", type="application/atom+xml", href=f"{root}{FEED}{query}")
    SubElement(made, "link", rel="alternate", type="text/html", href=f"{root}/{query}")
    for one, reconciled in found:
        _entry(SubElement(made, "entry"), root, one, reconciled)
    body: bytes = tostring(made, encoding="utf-8", xml_declaration=True)
    return body


def _entry(made: Element, root: str, one: News, reconciled: Reconciled) -> None:
    row = one.row
    killed = f": {figures_words(*row.killed)} killed" if row.killed[1] is not None else ""
    _say(made, "title", f"{short_type(row.sub_event_type)}, {place_words(row)}, {days_of(row)}{killed}")
    _say(made, "id", _urn(f"incident {row.id}"))
    _say(made, "updated", one.entry.at.isoformat())
    SubElement(made, "link", rel="alternate", type="text/html", href=f"{root}/incidents/{row.id}")
    SubElement(made, "category", term=row.sub_event_type)
    _say(made, "summary", f"“{row.words}”", type="text")
    _say(made, "content", _accounts(row.words, reconciled), type="html")


def _accounts(words: str, reconciled: Reconciled) -> str:
    """The founding words, and each account with how many origins stand behind it, as HTML."""
    lines = [
        f"<li>{html.escape(account_words(one))} ({one.origins} origin{'' if one.origins == 1 else 's'})</li>"
        for one in reconciled.accounts
    ]
    return nh3.clean(f"<p>“{html.escape(words)}”</p><ul>{''.join(lines)}</ul>", tags=_TAGS, attributes={})


def _urn(named: str) -> str:
    """An id that stays, wherever the room is reached."""
    return uuid5(NAMESPACE_URL, f"rashomon {named}").urn


def _say(parent: Element, name: str, words: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = _UNWRITABLE.sub("\ufffd", words)
