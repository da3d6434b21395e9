"""What is kept between builds, and how it is known to be right."""
