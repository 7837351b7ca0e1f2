"""Facts that a message itself says: age, band of ages, wijk, and what makes it hard to take part."""
