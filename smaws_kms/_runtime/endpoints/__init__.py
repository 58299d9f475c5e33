"""What generated endpoint rules call: partitions and the rules' standard library."""
