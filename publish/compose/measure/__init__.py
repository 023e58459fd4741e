"""How wide words are and where their lines may end, before the engine draws them."""
