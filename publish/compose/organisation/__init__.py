"""An organisation as its page shows it: structure as chart or list, figures, topics."""
