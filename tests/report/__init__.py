"""What runs look like in each format."""
