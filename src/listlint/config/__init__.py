"""Configuration: what a file, a profile and the command line ask for, and the plan that comes of it."""
