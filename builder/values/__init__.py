"""Printed values: figures, dates, names, words. Pure: no files, no pages."""
