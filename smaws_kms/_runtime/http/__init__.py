"""One HTTP exchange: a request as values in, a response as values or a classified error out.

    messages             the values: request, response, time limits of an attempt
    exchange             sends one request and reads its response
    body                 reads a response's body within bounds
    error_mapping        exceptions of httpx and http11 to errors of the public API
    transport_selection  http11, or httpx's own transports
    httpx_clients        clients without what httpx's do beside sending
    stock_transports     httpx's own transports, one a route
    proxy_environment, proxy_url, no_proxy     the proxy of an endpoint
    proxy_progress, proxy_failures             errors that name the proxy
    httpx_api, httpx_patches     httpx and httpx2; replaced parts of httpx
    httpx_messages, httpx_errors     http11 under httpx's interface: requests, responses, exceptions

Only these files import httpx: `httpx_api`, from which the others have its types and exceptions;
`error_mapping` and `httpx_errors`, which list its exceptions; `httpx_messages`, `httpx_patches`,
`httpx_clients` and `stock_transports`, which look its classes up at each use, so that replaced ones are
used. `http11` is a package of its own that does not know httpx.
"""
