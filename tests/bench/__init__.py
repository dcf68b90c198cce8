"""Measures what issue 2 asks to be measured; prints, and never judges by failing."""
