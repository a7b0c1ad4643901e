"""What notebooks show is styled cell by cell: style sheets would reach other cells.

White, also where the notebook is dark, since pictures are.
"""

PAPER = "background:white;color:#222;font-size:13px;line-height:1.4;padding:6px;overflow-x:auto;max-width:100%"
SMALL = "font-size:11px;color:#595959"
