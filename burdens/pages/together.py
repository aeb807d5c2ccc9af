"""Several forms as one, such as those of all the pages that an address may speak to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from burdens.pages.entries import Entries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burdens.errors import Fault
    from burdens.pages.entries import Texts
    from burdens.scenario import Scenario


class Together(Entries):
    """Forms one after another; what two of them have an entry for, the first one says.

    Parameters
    ----------
    forms
        The forms, in order.
    """

    def __init__(self, forms: Sequence[Entries]) -> None:
        self._forms = forms
        self._whose = {name: form for form in reversed(forms) for name in form.names()}

    def names(self) -> list[str]:
        """Give the name of every entry."""
        return list(self._whose)

    def certain(self, name: str) -> bool:
        """Whether what is typed there is used whatever else is chosen."""
        return name in self._whose and self._whose[name].certain(name)

    def texts(self) -> dict[str, str]:
        """Give what the entries say; empty ones are left out."""
        return {name: text for form in self._forms for name, text in self._of(form, form.texts())}

    def fill(self, texts: Texts) -> list[Fault]:
        """Put texts into the entries that they name; give those that an entry cannot show."""
        found = [form.fill(dict(self._of(form, texts))) for form in self._forms]
        return [fault for faults in found for fault in faults]

    def written(self, scenario: Scenario) -> dict[str, str]:
        """Give what the entries would say of a scenario, as far as they can."""
        return {
            name: text
            for form in self._forms
            for name, text in self._of(form, form.written(scenario))
        }

    def faults(self, base: Scenario) -> list[Fault]:
        """Give what is wrong with the entries."""
        return [fault for form in self._forms for fault in form.faults(base)]

    def asked(self, base: Scenario, figures: dict[str, Any], shown: Texts) -> tuple[Any, ...]:
        """Put the entries of one form after another into a scenario."""
        for form in self._forms:
            base = form.asked(base, figures, shown)[0]
        return (base,)

    def tell(self, base: Scenario | None, result: Any) -> None:
        """Say in the forms what they start from, and what was used for what is left empty."""
        for form in self._forms:
            form.tell(base, result)

    def _of(self, form: Entries, texts: Texts) -> list[tuple[str, str]]:
        return [(name, text) for name, text in texts.items() if self._whose.get(name) is form]
