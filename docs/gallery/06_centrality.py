"""Who is central

Dots in the order of betweenness; a line spans what a value could be, whatever the pairs that were not observed hold.
"""

import tertius as tt

net = tt.data.open("dialogues-synthetic").network(relation="works-with", wave=2)
figure = net.draw("centrality", by="sector")
