"""From notices to messages: spread to those who follow, claimed, sent, recorded."""
