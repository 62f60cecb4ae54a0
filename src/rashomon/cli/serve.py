"""`rashomon serve`: the reading room."""

from typing import Annotated

import typer

from rashomon.cli.options import ByOption, LedgerOption, opened, whoever
from rashomon.cli.screen import say
from rashomon.errors import BadInput

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = LOOPBACK[0],
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")] = 8000,
    by: ByOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Opens the ledger in a browser: read, compare, decide. Everything is served from here, nothing loaded elsewhere.

    On this machine alone nobody needs to sign in, and decisions bear your login name.

    **Examples**

        rashomon serve
        rashomon serve --ledger demo.db --port 8080
    """
    if host not in LOOPBACK:
        raise BadInput(f"{host} can be reached by others, and this room has no accounts yet: leave --host away")
    import uvicorn

    from rashomon.web import Room, create_app

    app = create_app(Room(opened(ledger), whoever(by)))
    say(f"http://{f'[{host}]' if ':' in host else host}:{port}   (Ctrl+C ends it)")
    uvicorn.run(app, host=host, port=port, log_level="warning")
