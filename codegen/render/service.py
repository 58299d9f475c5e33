"""Renders the modules of the service as a whole: facts, endpoints, clients."""

from codegen.endpoint_rules import render_endpoints_module
from codegen.ir.imports import imported
from codegen.ir.plan import Operation, Package, Service
from codegen.render.client_docs import constructor_sections
from codegen.render.function_docs import placeholder_doc
from codegen.render.functions import signature_in_docs
from codegen.render.module import Target, publishing, render_module
from codegen.render.source import Source, block, source
from codegen.support.docstrings import docstring
from codegen.support.json_values import JsonObject
from codegen.support.literals import string


def render_service_module(target: Target, service: Service) -> str:
    """Return `service.py`."""
    facts = {
        "package": target.public,
        "sdk_id": service.sdk_id,
        "target_prefix": service.target_prefix,
        "json_version": service.json_version,
        "signing_name": service.signing_name,
    }
    flags = {
        "query_compatible": service.query_compatible,
        "prefixes_hosts": service.prefixes_hosts,
        "compresses_requests": service.compresses_requests,
    }
    if service.multi_region_prefix is not None:
        facts["multi_region_prefix"] = service.multi_region_prefix
    arguments = "".join(f"{name}={string(value)}, " for name, value in facts.items())
    arguments += "".join(f"{name}=True, " for name, is_set in flags.items() if is_set)
    value = source(
        f"SERVICE: Final = Service({arguments}resolve_endpoint=resolve_endpoint)",
        imported("Final"),
        imported("resolve_endpoint"),
        imported("Service"),
    )
    return render_module(target, "Facts of the model about the service as a whole.", [value])


def render_endpoints(target: Target, service: Service, partitions: JsonObject) -> str:
    """Return `endpoints.py`: the compiled rules, or only `endpoint_url` if the model has none."""
    if service.endpoint_rules is None:
        return render_module(target, f"Endpoint of {service.title}.", [_own_endpoint_only(service)])
    rules = service.endpoint_rules
    text = render_endpoints_module(rules, partitions, service_title=service.title)
    return f"{target.header}{text}"


def _own_endpoint_only(service: Service) -> Source:
    problem = f"the endpoint of {service.title} is unknown: set endpoint_url"
    body = block(
        '"""Return the endpoint that the settings name."""',
        "if parameters.endpoint is None:",
        block(f"raise EndpointError({string(problem)})"),
        "return Endpoint(parameters.endpoint)",
    )
    return source(
        f"def resolve_endpoint(parameters: EndpointParameters) -> Endpoint:\n{body}",
        imported("Endpoint"),
        imported("EndpointError"),
        imported("EndpointParameters"),
    )


def render_client_module(target: Target, package: Package) -> str:
    """Return `client.py`: both clients with a method for each operation."""
    clients = [_render_client(package, is_async=is_async) for is_async in (True, False)]
    doc = "The clients: an index of the operations."
    return render_module(target, doc, [*clients, publishing(target)])


def _render_client(package: Package, *, is_async: bool) -> Source:
    service = package.service
    prefix, base, kind = (
        ("Async", "AsyncClient", "`async`") if is_async else ("", "SyncClient", "blocking")
    )
    methods = [_method(operation, is_async=is_async) for operation in package.operations]
    summary = f"{service.title}, for {kind} code."
    body = [
        "Constructing a client does no I/O. Every argument is optional.",
        *constructor_sections(service),
    ]
    doc = docstring(summary, body, depth=1)
    text = block(f"{doc}\n", "service = SERVICE\n", *map(str, methods))
    return source(
        f"class {prefix}{service.client}Client({base}):\n{text}",
        imported(base),
        imported("SERVICE"),
        methods,
    )


def _method(operation: Operation, *, is_async: bool) -> Source:
    function = f"ops.{operation.function}{'' if is_async else '_sync'}"
    ops = imported("operations as ops")
    # A method, since type checkers infer the type of an assigned attribute differently.
    start = f"def {operation.function}(self) -> None:"
    if not operation.pagination:
        return source(f"@method(lambda: {function})\n{start} ...\n", imported("method"), ops)
    names = operation.names
    pages = f"ops.{names.pages if is_async else names.pages_sync}"
    keyword = "async def" if is_async else "def"
    doc = placeholder_doc(
        operation, f"{keyword} {operation.function}{signature_in_docs(operation)}"
    )
    return source(
        f"@paginated_method(lambda: {function}, lambda: {pages})\n{start}\n{block(doc)}\n",
        imported("paginated_method"),
        ops,
    )
