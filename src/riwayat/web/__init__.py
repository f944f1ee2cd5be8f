"""What is served: the site and following put together, with their settings and addresses."""
