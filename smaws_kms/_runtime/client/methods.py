"""Operations as methods of a client, loaded on first use.

A client class contains one empty function per operation. The decorator `method` returns a descriptor that
is typed as the operation's function, so type checkers and editors see an ordinary method. On first use,
the descriptor loads the function, renames it and replaces itself with it.
"""

from collections.abc import Callable
from types import MethodType
from typing import Any, Final, Generic, TypeVar, cast

from smaws_kms._runtime.support.call_arguments import explain_arguments, explained

F = TypeVar("F", bound=Callable[..., Any])
P = TypeVar("P")


def method(load: Callable[[], F]) -> Callable[[object], F]:
    """Return a decorator that replaces a function by one that is loaded on first use.

    Args:
        load: Returns the function, whose first parameter is the client.
    """
    return lambda _: cast("F", _LazyMethod(load))


class _LazyMethod:
    """Descriptor that replaces itself with a function on first use."""

    def __init__(self, load: Callable[[], Callable[..., Any]]) -> None:
        self._load = load

    def __set_name__(self, owner: type, name: str) -> None:
        self._owner = owner
        self._name = name

    @property
    def __func__(self) -> Callable[..., Any]:
        """The function, by which `mock.patch.object` determines whether the method is async."""
        return self._load()

    def __get__(self, instance: object, _: type | None = None) -> Callable[..., Any]:
        function = explained()(_rename(self._load(), self._owner, self._name))
        setattr(self._owner, self._name, function)
        # Not getattr(instance, name): it would find an override in a subclass, and recurse.
        return function if instance is None else MethodType(function, instance)


def _rename(function: Callable[..., Any], owner: type, name: str) -> Callable[..., Any]:
    """Rename a function after its class, since bound methods pickle by that name."""
    function.__name__ = name
    function.__qualname__ = f"{owner.__qualname__}.{name}"
    function.__module__ = str(owner.__module__)
    return function


class PaginatedMethod(Generic[P]):
    """Descriptor of a paginated operation: call it for one page, or use `pages` and `items`.

    Access returns an instance of the generated class with all three, bound to the client.
    """

    def __init__(
        self, load: Callable[[], Callable[..., Any]], load_pages: Callable[[], type[P]]
    ) -> None:
        self._load = load
        self._load_pages = load_pages
        self._pages: type[P] | None = None

    def __set_name__(self, owner: type, name: str) -> None:
        self._owner = owner
        self._name = name

    @property
    def __func__(self) -> Callable[..., Any]:
        """See `_LazyMethod.__func__`."""
        return self._load()

    def __get__(self, instance: object | None, _: type | None = None) -> P:
        pages = cast("Callable[[object], P]", self._pages or self._first_use())
        return pages(instance)

    def _first_use(self) -> type[P]:
        function, pages = self._load(), self._load_pages()
        _rename(function, self._owner, self._name)
        for name, suffix in _PAGED.items():
            if name in vars(pages):
                setattr(pages, name, explain_arguments(vars(pages)[name], _called(suffix)))
        # `help` shows the docstring; `create_autospec` takes an object with code for a function.
        pages.__doc__ = function.__doc__
        setattr(pages, "__code__", function.__code__)  # noqa: B010  # no annotation declares it
        setattr(pages, "method_name", self._name)  # noqa: B010  # type checkers know no attribute of P
        self._pages = pages
        return pages


_PAGED: Final = {"__call__": "()", "pages": ".pages()", "items": ".items()"}
"""Methods of the object with all three, and how error texts call them."""


def _called(suffix: str) -> Callable[[Any], str]:
    return lambda pages: f"{type(pages.client).__name__}.{pages.method_name}{suffix}"


def paginated_method(
    load: Callable[[], Callable[..., Any]], load_pages: Callable[[], type[P]]
) -> Callable[[object], PaginatedMethod[P]]:
    """Return a decorator like `method` for a paginated operation.

    Editors take the decorated function for a property and show its docstring. jedi infers `P` from
    a function of its own, and not from a tuple.

    Args:
        load: Returns the function.
        load_pages: Returns the class with `pages` and `items`.
    """
    return lambda _: PaginatedMethod(load, load_pages)
