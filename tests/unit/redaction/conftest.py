"""The log of a call."""

import logging

import pytest


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """Record the log at level DEBUG."""
    caplog.set_level(logging.DEBUG)
    return caplog
