"""`python -m listlint`: the same as the `listlint` command."""

import sys

from listlint.cli import main

if __name__ == "__main__":
    sys.exit(main())
