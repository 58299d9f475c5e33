"""Settings from arguments, environment and profile, resolved once a client."""
