"""Check content and build its model. ``validate`` is the entry point."""

from builder.content.validate.site import validate

__all__ = ["validate"]
