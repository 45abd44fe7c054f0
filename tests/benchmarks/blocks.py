"""How long the window stood still, measured by a script in a process of its own, as a table of Markdown."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEADER = ("| while | longest block | own work in it | longest own work | blocks over 50 ms |", "|---|---:|---:|---:|---:|")


def blocks_table(script: Path, words: Sequence[str], home: Path) -> str:
    """Return what a script printed last, a JSON object of blocks in ms. Raises: RuntimeError where it did not end well."""
    environment = {**os.environ, "STEWARD_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    told = subprocess.run([sys.executable, str(script), *words], env=environment, capture_output=True, text=True, check=False)
    if told.returncode:
        raise RuntimeError(told.stderr[-2_000:])
    lines = list(HEADER)
    for name, found in json.loads(told.stdout.splitlines()[-1]).items():
        lines.append(f"| {name} | {found['longest']:.0f} ms | {found['own']:.0f} ms | {found['longest_own']:.0f} ms "
                     f"| {found['over']} |")
    return "\n".join(lines)
