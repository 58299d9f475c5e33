"""A row of a table in Markdown."""


def row_of(*cells: str) -> str:
    """Return it."""
    return f"| {' | '.join(cell.replace('|', r'&#124;') for cell in cells)} |"
