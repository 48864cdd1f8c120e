"""A request to a finished report: the notebook is executed, rendered and put in its folder."""
