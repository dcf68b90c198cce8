"""What went wrong in a case."""


class Wrong(Exception):
    """Something is not as it must be, does not become so in time, or could not be tried at all."""
