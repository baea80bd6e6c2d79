"""What a link leads to, and how its address is best written: offline, by the owners' own rules. Knows nothing of Markdown."""
