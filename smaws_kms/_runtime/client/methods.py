"""Operations as methods of a client, loaded on first use.

A client class is an index: one empty function an operation. Decorated with `method`, it is declared to be
the function of the operation itself, so that type checkers and editors see an ordinary method; at run time
it is a descriptor that, on first use, loads the function, names it after its place and puts it there.
"""

from collections.abc import Callable
from types import MethodType
from typing import Any, Generic, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])
P = TypeVar("P")


def method(load: Callable[[], F]) -> Callable[[object], F]:
    """Return a decorator that puts a method, whose function is loaded on first use, in place of another.

    Args:
        load: Returns the function, whose first parameter is the client.
    """
    return lambda _: cast("F", _Adopted(load))


class _Adopted:
    """Stands in for a function until someone asks for it."""

    def __init__(self, load: Callable[[], Callable[..., Any]]) -> None:
        self._load = load

    def __set_name__(self, owner: type, name: str) -> None:
        self._owner = owner
        self._name = name

    @property
    def __func__(self) -> Callable[..., Any]:
        """The function: what `mock.patch.object` looks at to see whether it is async."""
        return self._load()

    def __get__(self, instance: object, _: type | None = None) -> Callable[..., Any]:
        function = _adopt(self._load(), self._owner, self._name)
        setattr(self._owner, self._name, function)
        # Bound by hand: getattr(instance, name) would find a subclass's override, and recurse.
        return function if instance is None else MethodType(function, instance)


def _adopt(function: Callable[..., Any], owner: type, name: str) -> Callable[..., Any]:
    """Rename a function after its place, which is how bound methods pickle and show themselves."""
    function.__name__ = name
    function.__qualname__ = f"{owner.__qualname__}.{name}"
    function.__module__ = str(owner.__module__)
    return function


class PaginatedMethod(Generic[P]):
    """A paginated operation as a method: call it for one page, or use its `pages` and `items`.

    Getting it makes an instance of the generated class that has all three, bound to the client.
    """

    def __init__(self, load: Callable[[], tuple[Callable[..., Any], type[P]]]) -> None:
        self._load = load
        self._pages: type[P] | None = None

    def __set_name__(self, owner: type, name: str) -> None:
        self._owner = owner
        self._name = name

    @property
    def __func__(self) -> Callable[..., Any]:
        """See `_Adopted.__func__`."""
        return self._load()[0]

    def __get__(self, instance: object | None, _: type | None = None) -> P:
        pages = cast("Callable[[object], P]", self._pages or self._first_use())
        return pages(instance)

    def _first_use(self) -> type[P]:
        function, pages = self._load()
        _adopt(function, self._owner, self._name)
        # What `help` shows, and what makes `create_autospec` see a function.
        pages.__doc__ = function.__doc__
        setattr(pages, "__code__", function.__code__)  # noqa: B010  # no annotation declares it
        setattr(pages, "method_name", self._name)  # noqa: B010  # P is any class to type checkers
        self._pages = pages
        return pages


def paginated_method(
    load: Callable[[], tuple[Callable[..., Any], type[P]]],
) -> Callable[[object], PaginatedMethod[P]]:
    """Return a decorator that does the same with a paginated operation.

    Args:
        load: Returns the function, and the class that also has `pages` and `items`.
    """
    return lambda _: PaginatedMethod(load)
