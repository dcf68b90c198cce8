"""Runs every suite of the project one after the other and counts what passed."""
