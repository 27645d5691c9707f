"""Print what each contestant takes for one event, and its ratio to the first of its group."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

Measured = list[tuple[str, str, float]]
MEASURED = pytest.StashKey[Measured]()


@pytest.fixture
def race(benchmark: Any, request: pytest.FixtureRequest) -> Callable[..., None]:
    """Time a lap of several events, and remember its fastest round by event."""

    def run(lap: Callable[[], object], *, group: str, name: str, events: int = 1) -> None:
        benchmark.group = group
        benchmark(lap)
        if benchmark.stats is not None:
            fastest = benchmark.stats.stats.min * 1e9 / events
            request.config.stash.setdefault(MEASURED, []).append((group, name, fastest))

    return run


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    for line in _lines(config.stash.get(MEASURED, [])):
        terminalreporter.write_line(line)


def _lines(measured: Measured) -> Iterator[str]:
    first: dict[str, float] = {}
    for group, name, taken in measured:
        if group not in first:
            yield from ("", f"{group}: nanoseconds for one event (fastest round), ratio")
        ratio = taken / first.setdefault(group, taken)
        yield f"  {name:<44}{taken:>10,.0f}{ratio:>8.1f}"
