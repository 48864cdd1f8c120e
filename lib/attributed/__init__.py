"""Who said what, through whom.

file ─▶ Article ─▶ Doc ─▶ attributions ─▶ Claims ─▶ ledger ─▶ Facts ─▶ Briefing ─▶ notebook ─▶ index.html, briefing.pdf
"""
