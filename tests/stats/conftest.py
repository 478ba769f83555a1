from tests.export.conftest import root, run

__all__ = ["root", "run"]
