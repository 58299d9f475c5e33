"""What every part of the generator uses: errors, JSON, names, and text as Python source."""
