"""What can go wrong, by what can be done about it."""


class TertiusError(ValueError):
    """A name, an option or a value that does not fit; the message says what would."""


class StudyError(TertiusError):
    """The evidence has errors: mend the cells that `study.problems()` lists."""


class NotApplicableError(TertiusError):
    """The method cannot say anything about this network; the message says why."""


class FileError(TertiusError, OSError):
    """Something cannot be read or written."""


class BugError(RuntimeError):
    """A fault of tertius: please report it."""
