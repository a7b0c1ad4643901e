"""Ties across sectors, and what chance gives

The E–I index beside those of thousands of random deals of the same sectors to the same organisations.
"""

import tertius as tt

net = tt.data.open("dialogues-synthetic").network(relation="works-with", wave=2)
figure = net.draw("null", by="sector")
