"""What may be shown: escaping of external text, redaction of secrets, frames without locals."""
