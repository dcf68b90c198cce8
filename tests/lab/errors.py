"""What goes wrong in a way a person can mend."""

from __future__ import annotations


class LabError(Exception):
    """Says what is wrong with which object, and the remedy, in one line."""
