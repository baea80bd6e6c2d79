"""`python -m listlint`: the same as the `listlint` command."""

from listlint.cli import process

if __name__ == "__main__":
    process()
