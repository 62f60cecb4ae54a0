"""What somebody wants, fears, supports or criticises: attributions beyond saying, read only when asked for."""

from rashomon.extract.attitudes.find import with_attitudes

__all__ = ["with_attitudes"]
