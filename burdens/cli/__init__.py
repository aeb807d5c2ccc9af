"""The command line."""

from burdens.cli.app import main

__all__ = ["main"]
