"""Write the snapshot of all texts: `python -m tests.texts`."""

from tests.texts.snapshot import FILE, produce, written

if __name__ == "__main__":
    FILE.write_text(written(produce()))
