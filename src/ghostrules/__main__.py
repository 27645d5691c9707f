"""Run the command line with `python -m ghostrules`."""

import sys

from ghostrules.cli import main

if __name__ == "__main__":
    sys.exit(main())
