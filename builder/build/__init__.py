"""The incremental builder: makes what is out of date and keeps the rest. Knows neither MkDocs nor the terminal."""
