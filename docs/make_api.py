"""Writes docs/api.md: what the API does, from its own description. Run it after any change; a test compares."""

import sys
from pathlib import Path

from fastapi import FastAPI

from rashomon.web.api import router
from rashomon.web.api.describing import ABOUT, TAGS, operations

PLACE = Path(__file__).resolve().with_name("api.md")


def written() -> str:
    """The page."""
    app = FastAPI()
    app.include_router(router)
    served = "`rashomon serve` answers under `/api/v1/`, which is a page of the same description with examples;"
    made = "`/api/v1/openapi.json` is OpenAPI 3.1. Made by `docs/make_api.py`."
    lines = ["# The API", "", ABOUT, "", served, made, ""]
    for tag, found in operations(app).items():
        told = next(one["description"] for one in TAGS if one["name"] == tag)
        lines += [f"## {tag}", "", told, "", "| request | what | asks |", "|---|---|---|"]
        for one in found:
            asked = ", ".join(f"`{parameter['name']}`" for parameter in one.parameters if parameter["in"] == "query")
            lines.append(f"| `{one.method} {one.path}` | {' '.join(one.words.split())} | {asked} |")
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    PLACE.write_text(written(), encoding="utf-8")
    sys.stdout.write(f"written: {PLACE}\n")
