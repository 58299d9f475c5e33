"""The hand-written half of smaws_kms: it knows HTTP, JSON and signatures, and nothing of KMS."""
