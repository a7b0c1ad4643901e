"""Core and periphery

The core first, with the densities of its blocks and how well they fit.
"""

import tertius as tt

net = tt.data.open("dialogues-synthetic").network(relation="works-with", wave=2)
figure = net.draw("coreperiphery")
