"""A report's id, where its source gives none: from its address, else from its text."""

import re
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode, urlsplit

# Parameters that say how a reader came to the page, not which page it is.
_TRACKING = re.compile(
    r"(?:utm_\w*|mc_[ce]id|fbclid|gclid|dclid|msclkid|igshid|yclid|twclid|ocid|cmpid|cmp|ref|ref_src|referrer|"
    r"smid|sr_share|partner|feature|taid|guccounter|at_\w+|wt\.\w+|_ga|spm|share|amp)",
    re.I,
)


def normal_url(url: str) -> str | None:
    """The address without what does not name the page: scheme, "www.", fragment, tracking parameters, last slash.

    >>> normal_url("https://www.Example.org/a/?utm_source=x&id=3#top")
    'example.org/a?id=3'

    None where it is no address of a page.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or "." not in host:
        return None
    kept = sorted((k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k))
    at = f":{port}" if port not in (None, 80, 443) else ""
    query = f"?{urlencode(kept)}" if kept else ""
    path = parts.path.rstrip("/")
    return host + at + path + query if path or query else None


def report_id(given: str | None, url: str | None, text: str) -> str:
    """The given id, else "r-" and 16 hexadecimal digits made from the address, else from the text.

    An address that names a site's front page makes no id: many reports would share it.
    """
    if given:
        return given
    address = normal_url(url) if url else None
    key = f"url:{address}" if address else f"text:{text}"
    return "r-" + sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
