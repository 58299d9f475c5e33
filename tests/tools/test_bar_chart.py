"""Bar charts."""

from xml.etree import ElementTree as ET

from tools.bar_chart import Bar, BarChart, Group

_SVG = "{http://www.w3.org/2000/svg}"


def test_bars() -> None:
    """The longest bar has the largest value, every name is escaped, and values are written beside the bars."""
    chart = BarChart(
        title="a < b", groups=[Group("group", [Bar("one", 1, "own"), Bar("two & three", 2000)])]
    )

    root = ET.fromstring(chart.svg)  # noqa: S314  # our own
    widths = [float(it.attrib["width"]) for it in root.iter(f"{_SVG}rect")]
    texts = [it.text for it in root.iter(f"{_SVG}text")]
    assert ["a < b", "group", "one", "1", "two & three", "2,000"] == texts
    assert widths[1] < widths[2] < widths[0]
    assert "prefers-color-scheme: dark" in chart.svg
