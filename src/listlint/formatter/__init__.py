"""Rewriting a list: the proof that a rewrite lost nothing."""
