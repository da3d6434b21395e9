"""From files to the checked model."""
