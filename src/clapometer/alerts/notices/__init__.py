"""From the ledger to notices: what followers are to be told, and when it is sure."""
