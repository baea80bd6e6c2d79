"""Tests of what a change is answerable for."""
