"""Random responses, some valid, most almost valid, composed of parts about which parsers disagree."""

from random import Random
from typing import Final

from smaws_kms._runtime.http11.limits import MAX_BODY, MAX_HEAD, MAX_LINE

_STATUS_LINES: Final = (
    *([b"HTTP/1.1 200 OK\r\n"] * 60),
    *([b"HTTP/1.0 200 OK\r\n"] * 8),
    b"HTTP/1.1 204 No Content\r\n",
    b"HTTP/1.1 304 Not Modified\r\n",
    b"HTTP/1.1 400 Bad Request\r\n",
    b"HTTP/1.1 200\r\n",
    b"HTTP/1.1 200 \r\n",
    b"HTTP/1.1 200 caf\xe9\tau lait\r\n",
    b"HTTP/1.1 200 OK\n",
    b"HTTP/1.1 200 O\0K\r\n",
    b"HTTP/1.1 200 O\rK\r\n",
    b"HTTP/1.1  200 OK\r\n",
    b"HTTP/1.1\t200 OK\r\n",
    b"HTTP/1.1 099 No\r\n",
    b"HTTP/1.1 000 No\r\n",
    b"HTTP/1.1 999 No\r\n",
    b"HTTP/1.1 20 OK\r\n",
    b"HTTP/1.1 2000 OK\r\n",
    b"HTTP/1.1 -20 OK\r\n",
    b"HTTP/1.1 101 Switching Protocols\r\n",
    b"HTTP/1.2 200 OK\r\n",
    b"HTTP/2.0 200 OK\r\n",
    b"HTTP/0.9 200 OK\r\n",
    b"HTTP/1.11 200 OK\r\n",
    b"http/1.1 200 OK\r\n",
    b"ICE/1.0 200 OK\r\n",
    b"RTSP/1.0 200 OK\r\n",
    b"\r\nHTTP/1.1 200 OK\r\n",
    b" HTTP/1.1 200 OK\r\n",
    b"\xef\xbb\xbfHTTP/1.1 200 OK\r\n",
    b"\r\n",
    b"",
)

_HEADERS: Final = (
    *([b"X-Amzn-RequestId: id\r\n"] * 30),
    b"X:\r\n",
    b"X: \t \r\n",
    b"x:y\r\n",
    b"X: y \t\r\n",
    b"X: caf\xe9\r\n",
    b"X: a\0b\r\n",
    b"X: a\x01b\r\n",
    b"X: a\x7fb\r\n",
    b"X: a\x0bb\r\n",
    b"X: a\x0cb\r\n",
    b"X: a\rb\r\n",
    b"X: a\n",
    b"X : a\r\n",
    b"X\r\n",
    b": a\r\n",
    b"X: a\r\n folded\r\n",
    b" X: a\r\n",
    b"\tX: a\r\n",
    b"X@: a\r\n",
    b"X\xe9: a\r\n",
    b"X: a: b\r\n",
    b"Connection: close\r\n",
    b"connection: Close\r\n",
    b"Connection: keep-alive\r\n",
    b"Connection: keep-alive, close\r\n",
    b"Connection: closer\r\n",
    b"Connection: ,close ,\r\n",
    b"Connection: upgrade\r\nUpgrade: h2c\r\n",
    b"Proxy-Connection: close\r\n",
    b"X: " + b"y" * MAX_HEAD + b"\r\n",
    b"X: " + b"y" * (MAX_HEAD // 2) + b"\r\n",
)

_FRAMING: Final = (
    *([b"Content-Length: %d\r\n"] * 50),
    *([b"Transfer-Encoding: chunked\r\n"] * 50),
    *([b""] * 8),
    b"content-length:%d\r\n",
    b"Content-Length: %d \r\n",
    b"Content-Length: 0%d\r\n",
    b"Content-Length: +%d\r\n",
    b"Content-Length: -%d\r\n",
    b"Content-Length: 0x%d\r\n",
    b"Content-Length: %d, %d\r\n",
    b"Content-Length: %d\r\nContent-Length: %d\r\n",
    b"Content-Length: %d\r\nContent-Length: 7\r\n",
    b"Content-Length: %d\xb2\r\n",
    b"Content-Length:\r\n",
    b"Content-Length: %d\r\n 0\r\n",
    b"Content-Length: 0\r\n",
    b"Content-Length: 1%d\r\n",
    b"Content-Length: " + b"9" * 30 + b"\r\n",
    b"Content-Length: " + b"9" * 5000 + b"\r\n",
    b"Content-Length: " + b"0" * 30 + b"%d\r\n",
    b"Content_Length: %d\r\n",
    b"Content-Length : %d\r\n",
    b"Content-Length: %d\r\nTransfer-Encoding: chunked\r\n",
    b"Transfer-Encoding: chunked\r\nContent-Length: %d\r\n",
    b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
    b"Transfer-Encoding: gzip, chunked\r\n",
    b"Transfer-Encoding: chunked, chunked\r\n",
    b"Transfer-Encoding: chunked, identity\r\n",
    b"Transfer-Encoding: identity\r\n",
    b"Transfer-Encoding: gzip\r\n",
    b"Transfer-Encoding: Chunked\r\n",
    b"Transfer-Encoding: chunked;q=1\r\n",
    b"Transfer-Encoding: \x0bchunked\r\n",
    b"Transfer-Encoding:\r\n",
    b"Transfer-Encoding : chunked\r\n",
    b"Content-Length: " + str(MAX_BODY + 1).encode() + b"\r\n",
)

_SIZES: Final = (
    *([b"%x"] * 120),
    b"%X",
    b"0%x",
    b"0000000%x",
    b"0" * 15 + b"%x",
    b"0" * 20 + b"%x",
    b"%x;name=value",
    b'%x;name="a value"',
    b"%x;" + b"e" * MAX_LINE,
    b"%x;a\nb",
    b"%x;a\rb",
    b"%x;a\0b",
    b"%x ;a",
    b"%x ",
    b" %x",
    b"+%x",
    b"-%x",
    b"0x%x",
    b"%xg",
    b"%x_0",
    b"1%x",
    b"f" * 16,
    b"f" * 21,
    b"",
)

_LINE_ENDS: Final = (*([b"\r\n"] * 200), b"\n", b"\r", b"", b"\r\r\n", b"\r\n\r\n", b"\0\r\n")

_TRAILERS: Final = (
    *([b""] * 40),
    b"X: y\r\n",
    b"X:\r\nY: \t z\r\n",
    b"X: y\r\n folded\r\n",
    b"X : y\r\n",
    b"X\r\n",
    b"X: a\0b\r\n",
    b"X: a\x0bb\r\n",
    b"X: a\n",
    b"Content-Length: 5\r\n",
    b"content-length: x\r\n",
    b"Transfer-Encoding: gzip\r\n",
    b"X: " + b"y" * MAX_LINE + b"\r\n",
    b"X: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n" * 2000,
)

_BEHIND: Final = (
    *([b""] * 10),
    b"\r\n",
    b"\n",
    b"\0",
    b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged",
    b"0\r\n\r\n",
    b"x",
)


def random_response(random: Random) -> bytes:
    """Return the bytes of a response, valid or almost valid."""
    body = random.randbytes(random.choice((0, 0, 1, 2, 5, 10, 16, 100)))
    framing = random.choice(_FRAMING)
    length = b"%d" % len(body)
    headers = [random.choice(_HEADERS) for _ in range(random.choice((0, 0, 1, 1, 2, 3)))]
    headers.insert(random.randint(0, len(headers)), framing.replace(b"%d", length))
    informational = b"HTTP/1.1 10%d Wait\r\n%b\r\n" % (random.choice((0, 2, 3)), _early(random))
    parts = [
        informational * random.choice((0,) * 8 + (1, 2)),
        random.choice(_STATUS_LINES),
        *headers,
        random.choice(_LINE_ENDS),
        _chunked(random, body) if b"chunked" in framing.lower() else body,
        random.choice(_BEHIND),
    ]
    return _mutated(random, b"".join(parts))


def random_pieces(random: Random, data: bytes) -> list[bytes]:
    """Split at random positions, sometimes after every byte."""
    if len(data) < 400 and random.random() < 0.2:
        return [data[position : position + 1] for position in range(len(data))]
    cuts = sorted(random.randint(0, len(data)) for _ in range(random.randint(0, 8)))
    return [data[start:end] for start, end in zip([0, *cuts], [*cuts, len(data)], strict=True)]


def _early(random: Random) -> bytes:
    return random.choice((*([b""] * 10), *_HEADERS[:8], b"Content-Length: 3\r\n"))


def _chunked(random: Random, body: bytes) -> bytes:
    parts: list[bytes] = []
    while body:
        size = random.randint(1, len(body))
        parts += [_size(random, size), random.choice(_LINE_ENDS), body[:size]]
        parts.append(random.choice(_LINE_ENDS))
        body = body[size:]
    parts += [_size(random, 0), random.choice(_LINE_ENDS)]
    parts += [random.choice(_TRAILERS), random.choice(_LINE_ENDS)]
    return b"".join(parts)


def _size(random: Random, size: int) -> bytes:
    text = random.choice(_SIZES)
    return text.replace(b"%x", b"%x" % size).replace(b"%X", b"%X" % size)


def _mutated(random: Random, data: bytes) -> bytes:
    kind = random.random()
    if kind < 0.7 or not data:
        return data
    position = random.randrange(len(data))
    if kind < 0.8:
        return data[:position]
    if kind < 0.9:
        return (
            data[:position]
            + random.choice((b"\r", b"\n", b"\0", b" ", b"\t", b"\xff", b","))
            + (data[position:])
        )
    if kind < 0.95:
        return data[:position] + random.randbytes(1) + data[position + 1 :]
    return data[:position] + data[position + 1 :]
