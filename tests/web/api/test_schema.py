"""The API under requests that its own description allows, and under many that it does not.

RASHOMON_API_EXAMPLES: how many for each operation and sort; more for a longer run by hand.
"""

import os
import re
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, seed, settings
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from rashomon.web import Room, create_app
from rashomon.web.api import router

EXAMPLES = int(os.environ.get("RASHOMON_API_EXAMPLES", "8"))
SEED = 20240514
WAIT = 120  # seconds: the first call of some operations loads much, and the machine may be busy
HOST = {"host": "127.0.0.1"}  # an open room answers to this machine's own names alone
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


def described() -> dict[str, Any]:
    """The API's description, without a room."""
    app = FastAPI()
    app.include_router(router)
    return app.openapi()


OPERATIONS = [(method, path) for path, methods in described()["paths"].items() for method in methods]


@pytest.fixture(scope="module")
def schema(reading: Room) -> Any:
    """The schema over a room in which something was decided."""
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", create_app(reading), headers=HOST)


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: str(mode.value))
@pytest.mark.parametrize(("method", "path"), OPERATIONS, ids=str)
def test_no_request_makes_an_error_of_ours_or_an_undocumented_status(
    schema: Any, method: str, path: str, mode: GenerationMode
) -> None:
    operation = schema[path][method.upper()]

    @seed(SEED)
    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def hold(case: Any) -> None:
        if _DAY.fullmatch(str((case.query or {}).get("as_of"))):
            case.query["as_of"] = "2024-05-20"  # each other day is a ledger of its own, which takes a second to make
        case.call_and_validate(checks=CHECKS, headers=HOST, timeout=WAIT)

    hold()
