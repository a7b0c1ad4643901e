"""For print, and without names

Greys instead of colours, codes instead of names, one column of a journal wide.
"""

import tertius as tt

net = tt.data.open("dialogues-synthetic").network(relation="trusts", wave=1)
figure = net.draw(by="sector", page="single", grey=True, anonymise=True)
