"""What is found before a migration: rows of docs/preflight.md, provoked on real hosts."""
