"""What every answer says of itself to the browser: load nothing from elsewhere, run nothing that stands in a page."""

from collections.abc import Awaitable, Callable

from fastapi import Request, Response

from rashomon.web.visitors import TOKEN_COOKIE, room_of

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",  # the map draws its symbols into blobs
        "connect-src 'self'",
        "worker-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


def by_https(request: Request) -> bool:
    """True where a cookie may be bound to https."""
    return room_of(request).behind_tls or request.url.scheme == "https"


async def guarded(request: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
    """The answer with the headers, and the form's secret where the page made one."""
    answer = await go_on(request)
    for name, value in HEADERS.items():
        answer.headers.setdefault(name, value)
    answer.headers.setdefault("Cache-Control", "private, no-cache")
    if token := getattr(request.state, "new_token", ""):
        answer.set_cookie(TOKEN_COOKIE, token, httponly=True, samesite="strict", secure=by_https(request))
    return answer
