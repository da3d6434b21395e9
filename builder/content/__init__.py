"""Read content files and validate them into the model of a site."""
