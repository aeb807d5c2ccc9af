"""What a solved programme says: needs, tables, headlines, and what would help most."""
