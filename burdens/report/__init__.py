"""Files to hand on: the new burdens assessment form in Word, and the workbook in Excel."""

from burdens.report.form import check_template, form_bytes, write_form
from burdens.report.workbook import workbook_bytes, write_workbook

__all__ = ["check_template", "form_bytes", "workbook_bytes", "write_form", "write_workbook"]
