"""Lists by chance, and what must hold of every one of them. `python -m tests.fuzz --seconds 600` runs it."""
