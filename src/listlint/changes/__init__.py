"""What is another between two versions of a list, and which complaints that brings. Knows no files, no git and no printing."""
