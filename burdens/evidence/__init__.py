"""Values with their unit, range, grade and source; pay scales; school holidays."""

from burdens.evidence.pay import PayPoint, pay_point
from burdens.evidence.reader import Evidence, read
from burdens.evidence.school_terms import SchoolHoliday, school_holidays
from burdens.evidence.value import Grade, Source, Value

__all__ = [
    "Evidence",
    "Grade",
    "PayPoint",
    "SchoolHoliday",
    "Source",
    "Value",
    "pay_point",
    "read",
    "school_holidays",
]
