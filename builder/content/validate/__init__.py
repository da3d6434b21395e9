"""Check content and make the model of it. ``validate`` is the way in."""

from builder.content.validate.site import validate

__all__ = ["validate"]
