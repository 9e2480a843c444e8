"""python -m tests.at_once.kill NUMBER PATH: an import killed just before its NUMBERth statement."""

import os
import signal
import sys

import django

django.setup()

from django.core.management import call_command  # noqa: E402  (needs the apps set up)
from django.db import connection  # noqa: E402


def main(number, path):
    left = number

    def count(execute, *arguments):
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(*arguments)

    with connection.execute_wrapper(count):
        call_command("import_recaps", path)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
