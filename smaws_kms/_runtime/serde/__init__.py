"""Shapes to and from awsJson: fields, checks, validation, the cattrs converter."""
