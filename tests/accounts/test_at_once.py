"""Two who do the same thing at the same moment, each in a process of their own."""

from __future__ import annotations

import time

import pytest

from tests.separate import python, run_python, separate_site

# Each waits for the same instant, so that they really meet.
MEET = """
import sys, time
time.sleep(max(0, float(sys.argv[1]) - time.time()))
"""
ACCEPT = f"""
from clapometer.accounts.invitations import accept
{MEET}
print("in" if accept(sys.argv[2]) else "out")
"""
REMOVE = f"""
from clapometer.accounts.members import MemberRefused, find_member, remove
import sys
member = find_member(sys.argv[2])
{MEET}
try:
    remove(member)
    print("removed")
except MemberRefused:
    print("refused")
"""
INVITE = """
from clapometer.accounts.invitations import invite
print(invite("ann@made-up.example", "editor"))
"""
ADMINS = """
from clapometer.accounts.models import Member
for name in ("ann", "bob"):
    Member.objects.create(email=f"{name}@made-up.example", role="admin")
"""
COUNT = "from clapometer.accounts.models import Member; print(Member.objects.count())"
# Long enough for a process to load Django on a machine that has other things to do.
HEAD_START = 6.0


def together(code: str, environment: dict[str, str], *each: str) -> list[str]:
    """What processes print that run the code at the same instant, each with its argument."""
    at = str(time.time() + HEAD_START)
    running = [python(code, environment, at, one) for one in each]
    outputs = [one.communicate(timeout=90) for one in running]
    assert [one.returncode for one in running] == [0] * len(each), outputs
    return sorted(out.strip() for out, _ in outputs)


@pytest.mark.database
@pytest.mark.slow
def test_of_three_who_use_a_link_at_once_one_comes_in(tmp_path):
    with separate_site(tmp_path / "site") as environment:
        token = run_python(INVITE, environment).strip()
        assert together(ACCEPT, environment, *[token] * 3) == ["in", "out", "out"]
        assert run_python(COUNT, environment).strip() == "1"


@pytest.mark.database
@pytest.mark.slow
def test_of_two_admins_who_remove_each_other_at_once_one_stays(tmp_path):
    with separate_site(tmp_path / "site") as environment:
        run_python(ADMINS, environment)
        ended = together(REMOVE, environment, "ann@made-up.example", "bob@made-up.example")
        assert ended == ["refused", "removed"]
        assert run_python(COUNT, environment).strip() == "1"
