"""Agents of different versions with each other, on real hosts."""
