"""What is tested is what a user gets: the wheel, not the checkout."""

import os
from pathlib import Path

import pytest

import publish
from publish.resources import shipped


@pytest.mark.skipif("PUBLISH_INSTALLED" not in os.environ, reason="not run by make test")
def test_publish_comes_from_the_wheel():
    assert "site-packages" in Path(publish.__file__).parts
    assert shipped("layouts").is_relative_to(Path(publish.__file__).parent)
    assert shipped("assets").is_relative_to(Path(publish.__file__).parent)
