"""Where pages come from: saved files and archives of them, and the network."""
