"""Storage between builds, and checks that stored results are still valid."""
