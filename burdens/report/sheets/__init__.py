"""The sheets of the workbook, each written from one or two tables of an assessment."""
