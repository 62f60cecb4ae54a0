"""Whether a text is English: two witnesses, since either alone errs on short texts full of names."""

import re

_LOOKED_AT = 4000  # characters
SHORTEST = 200  # characters; less is too little to tell, and is taken for what it says it is
_ENGLISH = frozenset({"en", "pcm", "sco"})  # Nigerian Pidgin and Scots are what English with many names looks like
_COMMON = frozenset(  # the commonest words of English news
    {"the", "of", "and", "in", "to", "a", "an", "was", "were", "is", "are", "that", "by", "on", "for", "with", "at"}
    | {"from", "said", "have", "had", "has", "it", "he"}
)
_LEAST_COMMON = 0.12  # of all words; English news has 0.30 to 0.45, other languages under 0.08
_WORD = re.compile(r"[^\W\d_]+")


def other_language(text: str, declared: str | None = None) -> str | None:
    """The ISO 639-1 code of the language that the text is in, None where it is English.

    It is called another language only where py3langid says so and English's commonest words are rare in it. A text
    too short to tell is in the language that its source declares, English where it declares none: crawlers often
    declare the site's language and not the article's, so that the text itself goes first.
    """
    head = text[:_LOOKED_AT]
    if len(head.strip()) < SHORTEST:
        code = (declared or "en").strip().lower()[:2]
        return None if code in _ENGLISH else code
    words = _WORD.findall(head.lower())
    if not words or sum(word in _COMMON for word in words) >= _LEAST_COMMON * len(words):
        return None
    from py3langid import classify

    code = str(classify(head)[0])
    return None if code in _ENGLISH else code
