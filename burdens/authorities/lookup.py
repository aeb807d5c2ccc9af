"""An authority by what people call it: names with and without additions, codes old and new."""

from __future__ import annotations

import difflib
from functools import cache
from typing import TYPE_CHECKING

from burdens.authorities.authority import all_authorities
from burdens.authorities.boundaries import boundaries
from burdens.authorities.names import plain, short
from burdens.errors import Fault, UnknownAuthorityError
from burdens.words import day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burdens.authorities.authority import Authority
    from burdens.authorities.boundaries import EndedFact


def find(name_or_code: str | int) -> Authority:
    """Return an authority by its name or code.

    Capitals, punctuation, `&`, `Saint` and additions such as `City of` or `Metropolitan Borough
    Council` do not matter; part of a name will do where only one authority has it (`Hull`). Codes
    are those of DfE, and of ONS, older ones too.

    Raises
    ------
    UnknownAuthorityError
        For an unknown name (with the nearest), one that fits several, a region, an authority that
        has ended (with those that took over), or one that has not begun.
    """
    asked = str(name_or_code).strip()
    everyone = all_authorities()
    code = _codes().get(asked.upper())
    for match in (
        [a for a in everyone if a.code == code],
        [a for a in everyone if plain(a.name) == plain(asked)],
        [] if _is_region(asked) else [a for a in everyone if short(a.name) == short(asked)],
    ):
        if len(match) == 1:
            return match[0]
    _reject_ended(asked)
    _reject_successor(asked)
    words = set(short(asked).split())
    part = [a for a in everyone if words and words <= set(short(a.name).split())]
    if len(part) == 1 and not _is_region(asked):
        return part[0]
    raise UnknownAuthorityError("No such authority", [_unknown(asked, part)])


@cache
def _codes() -> dict[str, str]:
    """Return the DfE code of every code that an authority is known by."""
    own = {code: a.code for a in all_authorities() for code in (a.code, a.new_code)}
    return {**boundaries().ons_codes, **own}


def _is_region(asked: str) -> bool:
    return any(plain(authority.region) == plain(asked) for authority in all_authorities())


def _reject_ended(asked: str) -> None:
    for ended in boundaries().ended:
        names = (plain(ended.name), short(ended.name))
        if (
            asked.upper() in (ended.code, ended.ons)
            or plain(asked) in names
            or short(asked) in names
        ):
            raise UnknownAuthorityError("No such authority", [_ended(ended)])


def _ended(ended: EndedFact) -> Fault:
    names = {authority.code: authority.name for authority in all_authorities()}
    choices = _choices([names[code] for code in ended.successors])
    return Fault(f"{ended.name} ended in {ended.on.year}.", f"Choose {choices}.")


def _choices(names: Sequence[str]) -> str:
    return " or ".join(names) if len(names) <= 2 else f"one of {'; '.join(names)}"


def _reject_successor(asked: str) -> None:
    """Name the authority in whose place one that is asked for will stand."""
    names = {authority.code: authority.name for authority in all_authorities()}
    for ending in boundaries().ending:
        for successor in ending.successors:
            if short(successor.name) == short(asked):
                before = _choices([names[code] for code in ending.codes])
                what = (
                    f"{successor.name} begins on {day(ending.on)}, in the place of a part of "
                    f"{before} ({successor.part}); nothing is published about it yet."
                )
                fix = f"Choose {before}, and type its own numbers under figures and staff."
                raise UnknownAuthorityError("No such authority", [Fault(what, fix)])


def _unknown(asked: str, part: list[Authority]) -> Fault:
    everyone = all_authorities()
    if _is_region(asked):
        inside = [a.name for a in everyone if plain(a.region) == plain(asked)]
        return Fault(f"'{asked}' is a region.", f"Choose one of {'; '.join(inside)}.")
    if part:
        fits = "; ".join(authority.name for authority in part)
        return Fault(f"'{asked}' fits several authorities.", f"Choose one of {fits}.")
    names = {short(authority.name): authority.name for authority in everyone}
    near = difflib.get_close_matches(short(asked), names, n=5)
    if not near:
        return Fault(f"'{asked}' is unknown.", "Give a name or a three-digit code, such as 878.")
    return Fault(f"'{asked}' is unknown.", f"Nearest: {'; '.join(names[n] for n in near)}.")
