"""Values with their unit, range, grade and source; pay scales; school holidays."""

from burdens.evidence.deflators import deflator, is_forecast, reprice
from burdens.evidence.pay import PayPoint, pay_point
from burdens.evidence.reader import Evidence, read, topics, value_of
from burdens.evidence.schema import SourceFact, ValueFact
from burdens.evidence.school_terms import SchoolHoliday, school_holidays
from burdens.evidence.value import Grade, Source, Value, wrong
from burdens.evidence.written import amount, is_share, said, typed, unit

__all__ = [
    "Evidence",
    "Grade",
    "PayPoint",
    "SchoolHoliday",
    "Source",
    "SourceFact",
    "Value",
    "ValueFact",
    "amount",
    "deflator",
    "is_forecast",
    "is_share",
    "pay_point",
    "read",
    "reprice",
    "said",
    "school_holidays",
    "topics",
    "typed",
    "unit",
    "value_of",
    "wrong",
]
