"""Faults as keepers of real lists have repaired them, planted one at a time, and how many of them a profile reports."""
