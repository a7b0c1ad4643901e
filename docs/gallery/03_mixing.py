"""Ties between each two groups, against what is expected

Read a row and a column: how many ties there are, and whether that is more or fewer than chance gives.
"""

import tertius as tt

net = tt.data.open("dialogues-synthetic").network(relation="works-with", wave=2)
figure = net.draw("mixing", by="sector")
