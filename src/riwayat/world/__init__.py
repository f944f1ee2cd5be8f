"""What is known of the world beforehand: places, countries, and actors that the news knows by name."""
