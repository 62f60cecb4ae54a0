"""`rashomon serve`: the reading room."""

from typing import Annotated

import typer

from rashomon.cli.options import ByOption, LedgerOption, opened, whoever
from rashomon.cli.screen import err, say
from rashomon.errors import BadInput


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")] = 8000,
    tls: Annotated[
        bool, typer.Option("--tls", help="Something in front of the room speaks https: cookies are bound to it.")
    ] = False,
    by: ByOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Opens the ledger in a browser: read, compare, decide. Everything is served from here, nothing loaded elsewhere.

    On this machine alone, as long as nobody has an account, nobody needs to sign in, and decisions bear your login
    name. Anything else needs accounts: `rashomon accounts add`. For others to read it, put a web server that speaks
    https in front, on this machine, which passes on Host and sets X-Forwarded-For and X-Forwarded-Proto.

    **Examples**

        rashomon serve
        rashomon serve --ledger demo.db --port 8080
        rashomon accounts add ada --role admin && rashomon serve --host 10.0.0.5 --tls
    """
    from threading import Thread

    import uvicorn

    from rashomon.web import Room, create_app
    from rashomon.web.visitors import LOOPBACK

    room = Room(opened(ledger), whoever(by), alone=host in LOOPBACK, behind_tls=tls)
    if not room.alone and not room.accounts.people():
        room.close()
        raise BadInput(
            f"{host} can be reached by others, and nobody has an account: let yourself in with "
            "`rashomon accounts add NAME --role admin`, or leave --host away"
        )
    if not room.alone and not tls:
        err().print("Without --tls passwords and pages go unencrypted: put a web server with https in front.")
    app = create_app(room)
    Thread(target=room.prepare, daemon=True).start()  # so that the first page and the first decision need not wait
    say(f"http://{f'[{host}]' if ':' in host else host}:{port}   (Ctrl+C ends it)")
    uvicorn.run(app, host=host, port=port, log_level="warning")
