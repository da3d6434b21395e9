"""The incremental builder: makes the parts of a site that are out of date. Independent of MkDocs and the terminal."""
