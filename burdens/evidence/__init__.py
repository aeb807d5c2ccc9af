"""Values with their unit, range, grade and source; pay scales; school holidays."""

from burdens.evidence.deflators import deflator, is_forecast, reprice
from burdens.evidence.pay import PayPoint, pay_point
from burdens.evidence.reader import Evidence, read, topics, value_of
from burdens.evidence.schema import SourceFact, ValueFact
from burdens.evidence.school_terms import SchoolHoliday, school_holidays
from burdens.evidence.value import Grade, Source, Value, wrong

__all__ = [
    "Evidence",
    "Grade",
    "PayPoint",
    "SchoolHoliday",
    "Source",
    "SourceFact",
    "Value",
    "ValueFact",
    "deflator",
    "is_forecast",
    "pay_point",
    "read",
    "reprice",
    "school_holidays",
    "topics",
    "value_of",
    "wrong",
]
