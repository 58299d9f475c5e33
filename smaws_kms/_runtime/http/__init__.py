"""One HTTP exchange: a request as values in, a response as values or a classified error out.

    messages             the values: request, response, time limits of an attempt
    exchange             sends one request and reads its response
    direct_messages      requests and responses as http11 takes and gives them
    plain_url            origin and target of a URL
    response_checks      checks of every response's head
    error_mapping        exceptions of http11 to errors of the public API
    transport_selection  http11, or httpx's own transports
    patched              whether a part of httpx is replaced
    proxy_environment, proxy_url, no_proxy     the proxy of an endpoint

Through httpx, imported when its objects may be seen, see `exchange`:

    httpx_exchange       sends one request through httpx
    httpx_sources        what users may pass as `http`
    httpx_transports     our connections as httpx transports
    httpx_clients        clients without what httpx's do beside sending
    httpx_messages, httpx_errors     http11's requests, responses and exceptions as httpx's
    httpx_failures       exceptions of httpx to errors of the public API
    body                 reads a response's body within bounds
    stock_transports     httpx's own transports, one a route
    proxy_progress, proxy_failures             errors that name the proxy
    httpx_api, httpx_patches                   httpx and httpx2; replaced parts of httpx

Only these files import httpx: `httpx_api`, from which the others have its types and exceptions;
`httpx_errors` and `httpx_failures`, which list its exceptions; `httpx_messages`, `httpx_patches`,
`httpx_clients` and `stock_transports`, which look its classes up at each use, so that replaced ones are
used. `http11` is a package of its own that does not know httpx.
"""
