"""What all shapes of the API share: they are filled from records, and each can give an example of itself."""

from enum import Enum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo


def example_of(shape: type[BaseModel]) -> dict[str, Any]:
    """An example of a shape, made from those of its fields."""
    return {name: _of_field(field) for name, field in shape.model_fields.items()}


def _of_field(field: FieldInfo) -> Any:
    return field.examples[0] if field.examples else _of_kind(field.annotation)


def _of_kind(kind: Any) -> Any:
    arguments = get_args(kind)
    if get_origin(kind) in (Union, UnionType):
        return _of_kind(next(one for one in arguments if one is not type(None)))
    if get_origin(kind) is Annotated:
        return _of_kind(arguments[0])
    if get_origin(kind) is list:
        return [_of_kind(arguments[0])]
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return example_of(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind)).value
    return False if kind is bool else None


def _with_example(schema: dict[str, Any], shape: type[BaseModel]) -> None:
    schema["examples"] = [example_of(shape)]


class Shape(BaseModel):
    """A thing that the API gives; filled from a record by the names of its fields."""

    model_config = ConfigDict(from_attributes=True, frozen=True, json_schema_extra=_with_example)


class Body(BaseModel):
    """A thing that the API takes: nothing else may stand in it."""

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_extra=_with_example)


class Problem(Shape):
    """What went wrong."""

    kind: str = Field(examples=["not found"], description="One of a few words, for programs.")
    message: str = Field(
        examples=["the ledger has no incident 'i-0'; near: i-3f2a91c0d4e5b678"],
        description="A sentence for people: what was wrong, with which value, and what to do.",
    )
    details: list[str] = Field(
        examples=[[]], description="One line for each part of the request that cannot be used; mostly empty."
    )


class Error(Shape):
    """The one shape of every error."""

    error: Problem


Next = Annotated[
    str | None, Field(examples=["b6a3f0"], description="Give it as `cursor` for the page after this one; null ends.")
]
Head = Annotated[
    int, Field(examples=[412], description="The newest entry's number when this was made: send it back as `seen`.")
]
