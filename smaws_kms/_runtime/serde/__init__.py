"""Shapes and awsJson: fields, type checks, limits, the cattrs converter."""
