"""Kills one part of a running migration, and lies to an agent: nothing may stay behind, and never may two copies run."""
