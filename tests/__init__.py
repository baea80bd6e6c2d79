"""Tests of listlint."""
