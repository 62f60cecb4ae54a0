"""The values of one incident: type, means, time, place, targets, and the words that tell it."""
