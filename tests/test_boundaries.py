import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PURE = ("conferences.recaps", "conferences.recaps.reading", "conferences.importing.fold")


@pytest.mark.parametrize("module", [*PURE, "conferences.importing.merge"])
def test_pure_module_loads_no_django(module):
    code = f"import sys, {module}; print(sorted(m for m in sys.modules if m.startswith('django')))"

    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert ran.stdout.strip() == "[]"
